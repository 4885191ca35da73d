-- CreateEnum
CREATE TYPE "ExportFormat" AS ENUM ('zip', 'csv', 'xlsx');

-- AlterTable
ALTER TABLE "Batch" ADD COLUMN     "columns" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "CodeSelection" (
    "id" TEXT NOT NULL,
    "codeIds" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodeSelection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Export" (
    "id" TEXT NOT NULL,
    "format" "ExportFormat" NOT NULL,
    "scope" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "fileTime" TIMESTAMP(3) NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),
    "count" INTEGER,
    "missingCount" INTEGER,
    "sizeBytes" BIGINT,
    "snapshotKey" TEXT,
    "lostFile" TEXT,

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CodeSelection_createdAt_idx" ON "CodeSelection"("createdAt");

-- CreateIndex
CREATE INDEX "Export_createdAt_id_idx" ON "Export"("createdAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "CodeSelection" ADD CONSTRAINT "CodeSelection_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
