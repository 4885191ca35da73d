-- Backups that a worker makes by a rule
-- CreateEnum
CREATE TYPE "BackupState" AS ENUM ('WAITING', 'RUNNING', 'FINISHED', 'FAILED');

-- CreateTable
CREATE TABLE "Backup" (
    "id" TEXT NOT NULL,
    "state" "BackupState" NOT NULL DEFAULT 'WAITING',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "leaseExpiresAt" TIMESTAMP(3),
    "fileName" TEXT,
    "sizeBytes" BIGINT,
    "missingCount" INTEGER,
    "failure" TEXT,

    CONSTRAINT "Backup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Backup_state_startedAt_idx" ON "Backup"("state", "startedAt" DESC);
