-- DropIndex
DROP INDEX "BatchPreset_name_key";

-- DropIndex
DROP INDEX "Folder_nameKey_key";

-- DropIndex
DROP INDEX "PrintDesign_name_key";

-- DropIndex
DROP INDEX "PrintStock_name_key";

-- DropIndex
DROP INDEX "Tag_nameKey_key";

-- AlterTable
ALTER TABLE "Folder" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "PrintDesign" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "PrintPicture" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "PrintStock" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "SavedView" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Tag" ADD COLUMN     "appIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE UNIQUE INDEX "Folder_nameKey_appIds_key" ON "Folder"("nameKey", "appIds");

-- CreateIndex
CREATE UNIQUE INDEX "PrintDesign_name_appIds_key" ON "PrintDesign"("name", "appIds");

-- CreateIndex
CREATE UNIQUE INDEX "PrintStock_name_appIds_key" ON "PrintStock"("name", "appIds");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_nameKey_appIds_key" ON "Tag"("nameKey", "appIds");

-- CreateIndex
CREATE UNIQUE INDEX "BatchPreset_name_miniProgramId_key" ON "BatchPreset"("name", "miniProgramId");
