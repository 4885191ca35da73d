-- How codes got onto prints of shapes
-- AlterTable
ALTER TABLE "PrintedCode" ADD COLUMN     "differencePercent" DOUBLE PRECISION,
ADD COLUMN     "drawnAs" TEXT;
