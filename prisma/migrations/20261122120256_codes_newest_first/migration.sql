-- DropIndex
DROP INDEX "Code_deletedAt_createdAt_id_idx";

-- CreateIndex
CREATE INDEX "Code_createdAt_id_idx" ON "Code"("createdAt" DESC, "id" DESC);
