-- CreateIndex
CREATE INDEX "LiveScanTotal_count_key_idx" ON "LiveScanTotal"("count" DESC, "key" DESC);
