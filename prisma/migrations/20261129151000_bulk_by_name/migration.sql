-- AlterTable
ALTER TABLE "Bulk" ADD COLUMN     "byName" TEXT NOT NULL DEFAULT '';
