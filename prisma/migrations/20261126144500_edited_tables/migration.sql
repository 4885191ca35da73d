-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "editedCells" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "removedRows" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "BatchRow" ADD COLUMN     "edited" JSONB;
