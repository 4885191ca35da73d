-- AlterTable
ALTER TABLE "BatchPreset" ADD COLUMN     "miniProgramId" TEXT;

-- AlterTable
ALTER TABLE "Bulk" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "seenAppIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "seesAll" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "seenAppIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "seesAll" BOOLEAN NOT NULL DEFAULT true;

-- CreateIndex
CREATE INDEX "Code_createdById_miniProgramId_idx" ON "Code"("createdById", "miniProgramId");

-- AddForeignKey
ALTER TABLE "BatchPreset" ADD CONSTRAINT "BatchPreset_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE SET NULL ON UPDATE CASCADE;
