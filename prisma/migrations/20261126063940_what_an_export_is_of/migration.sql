-- AlterTable
ALTER TABLE "Export" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "Batch_miniProgramId_createdAt_id_idx" ON "Batch"("miniProgramId", "createdAt" DESC, "id" DESC);


-- What earlier exports are of. Those over all Mini Programs stay without.
UPDATE "Export" SET "appIds" = CASE "scope"->>'kind'
  WHEN 'batch' THEN ARRAY(SELECT "miniProgramId" FROM "Batch" WHERE "id" = "scope"->>'batchId')
  WHEN 'selection' THEN ARRAY(
    SELECT DISTINCT "miniProgramId" FROM "Code"
    WHERE "id" IN (SELECT jsonb_array_elements_text("scope"->'codeIds'))
  )
  WHEN 'filter' THEN
    CASE WHEN coalesce("scope"->'filters'->>'app', '') IN ('', 'all') THEN '{}'
    ELSE ARRAY["scope"->'filters'->>'app'] END
  ELSE '{}'
END;
