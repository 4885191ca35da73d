-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('RUNNING', 'FINISHED', 'FAILED');

-- DropIndex
DROP INDEX "Batch_state_idx";

-- AlterTable
ALTER TABLE "Export" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "coverIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "doneCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "leaseExpiresAt" TIMESTAMP(3),
ADD COLUMN     "removedAt" TIMESTAMP(3),
ADD COLUMN     "searchText" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" "ExportState" NOT NULL DEFAULT 'RUNNING',
ADD COLUMN     "totalCount" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Batch_state_createdAt_id_idx" ON "Batch"("state", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Export_state_idx" ON "Export"("state");

-- What was downloaded to its end is finished. What broke off can be asked for again, and nobody starts it unasked.
UPDATE "Export" SET
  "state" = (CASE WHEN "finishedAt" IS NULL THEN 'FAILED' ELSE 'FINISHED' END)::"ExportState",
  "failure" = CASE WHEN "finishedAt" IS NULL THEN 'interrupted' END,
  "totalCount" = coalesce("count", 0) + coalesce("missingCount", 0),
  "doneCount" = coalesce("count", 0) + coalesce("missingCount", 0),
  "searchText" = coalesce("scope"->>'name', "scope"->'filters'->>'q', ''),
  "coverIds" = CASE WHEN "scope"->>'kind' = 'selection'
    THEN ARRAY(SELECT jsonb_array_elements_text("scope"->'codeIds') LIMIT 3)
    ELSE ARRAY[]::TEXT[] END;
