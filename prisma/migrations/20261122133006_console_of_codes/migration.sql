-- CreateEnum
CREATE TYPE "TagColor" AS ENUM ('gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple');

-- CreateEnum
CREATE TYPE "BulkKind" AS ENUM ('addTags', 'removeTags', 'move', 'rename', 'archive', 'unarchive', 'delete', 'restore', 'retry');

-- CreateEnum
CREATE TYPE "BulkState" AS ENUM ('RUNNING', 'FINISHED', 'STOPPED');

-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "archivedAt" TIMESTAMP(3),
ADD COLUMN     "folderId" TEXT,
ADD COLUMN     "tagIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "color" "TagColor" NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Folder" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Folder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecentCode" (
    "userId" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "usedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecentCode_pkey" PRIMARY KEY ("userId","codeId")
);

-- CreateTable
CREATE TABLE "Bulk" (
    "id" TEXT NOT NULL,
    "kind" "BulkKind" NOT NULL,
    "state" "BulkState" NOT NULL DEFAULT 'RUNNING',
    "scope" JSONB NOT NULL,
    "values" JSONB NOT NULL,
    "total" INTEGER NOT NULL,
    "doneCount" INTEGER NOT NULL DEFAULT 0,
    "changedCount" INTEGER NOT NULL DEFAULT 0,
    "failedCount" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "undoOfId" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Bulk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkChange" (
    "bulkId" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "before" JSONB NOT NULL,

    CONSTRAINT "BulkChange_pkey" PRIMARY KEY ("bulkId","codeId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Tag_nameKey_key" ON "Tag"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Folder_nameKey_key" ON "Folder"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_ownerId_name_key" ON "SavedView"("ownerId", "name");

-- CreateIndex
CREATE INDEX "RecentCode_userId_usedAt_idx" ON "RecentCode"("userId", "usedAt" DESC);

-- CreateIndex
CREATE INDEX "RecentCode_codeId_idx" ON "RecentCode"("codeId");

-- CreateIndex
CREATE UNIQUE INDEX "Bulk_undoOfId_key" ON "Bulk"("undoOfId");

-- CreateIndex
CREATE INDEX "Bulk_state_idx" ON "Bulk"("state");

-- CreateIndex
CREATE INDEX "Bulk_createdAt_idx" ON "Bulk"("createdAt");

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_folderId_fkey" FOREIGN KEY ("folderId") REFERENCES "Folder"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecentCode" ADD CONSTRAINT "RecentCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecentCode" ADD CONSTRAINT "RecentCode_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bulk" ADD CONSTRAINT "Bulk_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkChange" ADD CONSTRAINT "BulkChange_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "Bulk"("id") ON DELETE CASCADE ON UPDATE CASCADE;
