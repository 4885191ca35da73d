-- DropIndex
DROP INDEX "AuditEvent_targetId_idx";

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN "auditKeepDays" INTEGER NOT NULL DEFAULT 365;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "address" TEXT,
ADD COLUMN "area" TEXT NOT NULL DEFAULT '',
ADD COLUMN "changes" JSONB,
ADD COLUMN "targetKind" TEXT,
ADD COLUMN "targetName" TEXT;

-- What earlier versions wrote: the area and the kind follow from the action, the name stood in the details.
UPDATE "AuditEvent" SET
  "area" = CASE
    WHEN "action" = 'setup.rotateKeys' THEN 'settings'
    ELSE CASE split_part("action", '.', 1)
    WHEN 'code' THEN 'codes' WHEN 'bulk' THEN 'codes' WHEN 'trash' THEN 'codes'
    WHEN 'batch' THEN 'batches' WHEN 'preset' THEN 'batches'
    WHEN 'export' THEN 'exports'
    WHEN 'app' THEN 'apps' WHEN 'quota' THEN 'apps' WHEN 'sandbox' THEN 'apps'
    WHEN 'user' THEN 'people' WHEN 'setup' THEN 'people'
    WHEN 'tag' THEN 'order' WHEN 'folder' THEN 'order' WHEN 'view' THEN 'order'
    ELSE 'settings' END END,
  "targetKind" = CASE
    WHEN "targetId" IS NULL THEN NULL
    WHEN "action" IN ('user.invite', 'user.revokeInvitation') THEN 'invitation'
    WHEN "action" LIKE 'code.%' AND "details" ? 'count' THEN 'bulk'
    WHEN split_part("action", '.', 1) IN ('quota', 'sandbox') THEN 'app'
    WHEN split_part("action", '.', 1) = 'setup' THEN 'user'
    ELSE split_part("action", '.', 1) END,
  "targetName" = coalesce("details" ->> 'name', "details" ->> 'email');

ALTER TABLE "AuditEvent" ALTER COLUMN "area" DROP DEFAULT;

ALTER TABLE "AuditEvent" ADD COLUMN "searchText" TEXT
  GENERATED ALWAYS AS (code_search_encode("targetName")) STORED;

-- CreateTable
CREATE TABLE "BulkTrace" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bulkId" TEXT NOT NULL,
    "codeIds" TEXT[],

    CONSTRAINT "BulkTrace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BulkTrace_at_idx" ON "BulkTrace"("at");

-- CreateIndex
CREATE INDEX "BulkTrace_codeIds_idx" ON "BulkTrace" USING GIN ("codeIds");

-- CreateIndex
CREATE INDEX "AuditEvent_area_at_id_idx" ON "AuditEvent"("area", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_id_idx" ON "AuditEvent"("actorId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_targetId_at_id_idx" ON "AuditEvent"("targetId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_searchText_idx" ON "AuditEvent" USING GIN ("searchText" gin_trgm_ops);
