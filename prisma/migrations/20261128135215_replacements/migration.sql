-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "replacesId" TEXT;

-- CreateIndex
CREATE INDEX "Code_replacesId_idx" ON "Code"("replacesId") WHERE ("replacesId" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_replacesId_fkey" FOREIGN KEY ("replacesId") REFERENCES "Code"("id") ON DELETE SET NULL ON UPDATE CASCADE;
