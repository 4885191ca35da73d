-- AlterTable
ALTER TABLE "Webhook" ADD COLUMN     "locale" TEXT,
ADD COLUMN     "robot" TEXT;
