CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Lower case, and the letter ɤ around every Chinese (Japanese, Korean) character: "人民" becomes "ɤ人ɤ民ɤ". A trigram
-- needs three letters, but Chinese words have two, and one is a word too: so each character is a trigram (ɤ人ɤ) and each
-- pair (人ɤ民). A text that holds another still holds it when both are encoded. lib/codes/search.ts encodes what is
-- searched by the same function.
CREATE FUNCTION code_search_encode(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(lower($1), '([\u2E80-\u2FDF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF])', 'ɤ\1', 'g'),
    '([\u2E80-\u2FDF\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF])([^ɤ]|$)', '\1ɤ\2', 'g')
$$;

-- One text of all that is searched. The separator (U+001F) keeps a match inside one of them.
CREATE FUNCTION code_search_text(name text, note text, path text, page text, scene text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT code_search_encode(
    name || chr(31) || note || chr(31) || coalesce(path, '') || chr(31) || coalesce(page, '') || chr(31)
      || coalesce(scene, ''))
$$;

ALTER TABLE "Code" ADD COLUMN "searchText" TEXT
  GENERATED ALWAYS AS (code_search_text("name", "note", "path", "page", "scene")) STORED;

DROP INDEX "Code_createdAt_id_idx";
DROP INDEX "Code_createdById_idx";

CREATE INDEX "Code_gallery_newest_idx" ON "Code"("createdAt" DESC, "id" DESC) WHERE "deletedAt" IS NULL AND "archivedAt" IS NULL;
CREATE INDEX "Code_gallery_changed_idx" ON "Code"("updatedAt" DESC, "id" DESC) WHERE "deletedAt" IS NULL AND "archivedAt" IS NULL;
CREATE INDEX "Code_gallery_name_idx" ON "Code"("name", "id") WHERE "deletedAt" IS NULL AND "archivedAt" IS NULL;
CREATE INDEX "Code_archive_idx" ON "Code"("archivedAt" DESC, "id" DESC) WHERE "deletedAt" IS NULL AND "archivedAt" IS NOT NULL;
CREATE INDEX "Code_trash_idx" ON "Code"("deletedAt" DESC, "id" DESC) WHERE "deletedAt" IS NOT NULL;

CREATE INDEX "Code_createdById_createdAt_id_idx" ON "Code"("createdById", "createdAt" DESC, "id" DESC);
CREATE INDEX "Code_folderId_createdAt_id_idx" ON "Code"("folderId", "createdAt" DESC, "id" DESC) WHERE "folderId" IS NOT NULL;
CREATE INDEX "Code_status_createdAt_id_idx" ON "Code"("status", "createdAt" DESC, "id" DESC) WHERE "status" <> 'READY';
CREATE INDEX "Code_endpoint_createdAt_id_idx" ON "Code"("endpoint", "createdAt" DESC, "id" DESC);
CREATE INDEX "Code_tagIds_idx" ON "Code" USING GIN ("tagIds");
CREATE INDEX "Code_searchText_idx" ON "Code" USING GIN ("searchText" gin_trgm_ops);
