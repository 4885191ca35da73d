-- CreateEnum
CREATE TYPE "BatchState" AS ENUM ('DRAFT', 'RUNNING', 'PAUSED', 'CANCELLED', 'FINISHED');

-- CreateEnum
CREATE TYPE "BatchSource" AS ENUM ('file', 'paste', 'sequence');

-- CreateEnum
CREATE TYPE "RowVerdict" AS ENUM ('new', 'reused', 'duplicate', 'invalid');

-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "batchId" TEXT;

-- AlterTable
ALTER TABLE "MiniProgram" ADD COLUMN     "ratePerMinute" INTEGER NOT NULL DEFAULT 4800;

-- CreateTable
CREATE TABLE "Batch" (
    "id" TEXT NOT NULL,
    "miniProgramId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" "BatchSource" NOT NULL,
    "state" "BatchState" NOT NULL DEFAULT 'DRAFT',
    "tableKey" TEXT NOT NULL,
    "plan" JSONB,
    "rowCount" INTEGER NOT NULL,
    "newCount" INTEGER NOT NULL DEFAULT 0,
    "reusedCount" INTEGER NOT NULL DEFAULT 0,
    "skippedCount" INTEGER NOT NULL DEFAULT 0,
    "waitingUntil" TIMESTAMP(3),
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchRow" (
    "batchId" TEXT NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "verdict" "RowVerdict" NOT NULL,
    "name" TEXT NOT NULL,
    "cells" JSONB NOT NULL,
    "parameters" JSONB,
    "fingerprint" TEXT,
    "issues" JSONB,
    "codeId" TEXT,

    CONSTRAINT "BatchRow_pkey" PRIMARY KEY ("batchId","rowNumber")
);

-- CreateTable
CREATE TABLE "BatchPreset" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "BatchPreset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Batch_createdAt_id_idx" ON "Batch"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Batch_state_idx" ON "Batch"("state");

-- CreateIndex
CREATE INDEX "BatchRow_codeId_idx" ON "BatchRow"("codeId");

-- CreateIndex
CREATE UNIQUE INDEX "BatchPreset_name_key" ON "BatchPreset"("name");

-- CreateIndex
CREATE INDEX "Code_batchId_status_generatedAt_idx" ON "Code"("batchId", "status", "generatedAt");

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchRow" ADD CONSTRAINT "BatchRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "Batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchRow" ADD CONSTRAINT "BatchRow_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchPreset" ADD CONSTRAINT "BatchPreset_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
