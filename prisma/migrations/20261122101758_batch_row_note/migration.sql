-- AlterTable
ALTER TABLE "BatchRow" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';
