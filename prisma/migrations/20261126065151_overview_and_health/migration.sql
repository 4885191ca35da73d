-- AlterTable
ALTER TABLE "AccessToken" ADD COLUMN     "failingSince" TIMESTAMP(3),
ADD COLUMN     "failureKey" TEXT,
ADD COLUMN     "failureText" TEXT;

-- AlterTable
ALTER TABLE "CallBudget" ADD COLUMN     "lastCallAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "MiniProgram" ADD COLUMN     "disabledAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Code_gallery_days_idx" ON "Code"("createdAt", "miniProgramId") WHERE ("deletedAt" IS NULL AND "archivedAt" IS NULL);
