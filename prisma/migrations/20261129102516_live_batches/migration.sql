-- AlterTable
ALTER TABLE "BatchRow" ADD COLUMN     "live" JSONB;

-- A batch of live codes asks which codes lead to what its rows lead to. jsonb is written in one way only.
ALTER TABLE "LiveTarget" ADD COLUMN     "contentHash" TEXT
  GENERATED ALWAYS AS (md5("page" || chr(10) || "parameters"::text)) STORED;

-- CreateIndex
CREATE INDEX "LiveTarget_contentHash_idx" ON "LiveTarget"("contentHash");
