-- AlterEnum
ALTER TYPE "BatchSource" ADD VALUE 'rows';

-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "createdByKeyId" TEXT;

-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "createdByKeyId" TEXT;

-- AlterTable
ALTER TABLE "Export" ADD COLUMN     "createdByKeyId" TEXT;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_createdByKeyId_fkey" FOREIGN KEY ("createdByKeyId") REFERENCES "ApiKey"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_createdByKeyId_fkey" FOREIGN KEY ("createdByKeyId") REFERENCES "ApiKey"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_createdByKeyId_fkey" FOREIGN KEY ("createdByKeyId") REFERENCES "ApiKey"("id") ON DELETE SET NULL ON UPDATE CASCADE;
