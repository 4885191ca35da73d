-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "madeById" TEXT;

-- AlterTable
ALTER TABLE "PasswordReset" ADD COLUMN     "madeById" TEXT;
