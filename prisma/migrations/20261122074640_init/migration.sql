-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'OPERATOR', 'VIEWER');

-- CreateEnum
CREATE TYPE "MiniProgramMode" AS ENUM ('LIVE', 'SANDBOX');

-- CreateEnum
CREATE TYPE "TokenMode" AS ENUM ('stable', 'token');

-- CreateEnum
CREATE TYPE "Endpoint" AS ENUM ('getwxacode', 'getwxacodeunlimit', 'createwxaqrcode');

-- CreateEnum
CREATE TYPE "EnvVersion" AS ENUM ('release', 'trial', 'develop');

-- CreateEnum
CREATE TYPE "CodeStatus" AS ENUM ('QUEUED', 'GENERATING', 'READY', 'FAILED');

-- CreateEnum
CREATE TYPE "QuotaState" AS ENUM ('RESERVED', 'CONFIRMED');

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "setupTokenHash" TEXT,
    "completedAt" TIMESTAMP(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "lastSignInAt" TIMESTAMP(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MiniProgram" (
    "id" TEXT NOT NULL,
    "appId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mode" "MiniProgramMode" NOT NULL,
    "secretCiphertext" TEXT NOT NULL,
    "tokenMode" "TokenMode" NOT NULL DEFAULT 'stable',
    "pathMaxBytes" INTEGER NOT NULL DEFAULT 128,
    "quotaBaseline" INTEGER NOT NULL DEFAULT 0,
    "quotaUsed" INTEGER NOT NULL DEFAULT 0,
    "numUsed" INTEGER,
    "numUsedAt" TIMESTAMP(3),
    "countAtNumUsed" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MiniProgram_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessToken" (
    "miniProgramId" TEXT NOT NULL,
    "ciphertext" TEXT,
    "expiresAt" TIMESTAMP(3),
    "refreshingUntil" TIMESTAMP(3),
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("miniProgramId")
);

-- CreateTable
CREATE TABLE "Code" (
    "id" TEXT NOT NULL,
    "miniProgramId" TEXT NOT NULL,
    "endpoint" "Endpoint" NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "path" TEXT,
    "page" TEXT,
    "scene" TEXT,
    "width" INTEGER NOT NULL,
    "autoColor" BOOLEAN,
    "lineColor" TEXT,
    "isHyaline" BOOLEAN,
    "envVersion" "EnvVersion",
    "checkPath" BOOLEAN,
    "fingerprint" TEXT NOT NULL,
    "status" "CodeStatus" NOT NULL,
    "leaseExpiresAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failureReason" TEXT,
    "errcode" INTEGER,
    "errmsg" TEXT,
    "rid" TEXT,
    "imageKey" TEXT,
    "imageType" TEXT,
    "imageWidthPx" INTEGER,
    "imageHeightPx" INTEGER,
    "imageBytes" INTEGER,
    "imageSha256" TEXT,
    "quotaCost" INTEGER NOT NULL DEFAULT 0,
    "quotaCountAfter" INTEGER,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,
    "generatedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuotaEntry" (
    "miniProgramId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" "QuotaState" NOT NULL,
    "uncertain" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuotaEntry_pkey" PRIMARY KEY ("miniProgramId","fingerprint")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "targetId" TEXT,
    "details" JSONB,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "MiniProgram_appId_key" ON "MiniProgram"("appId");

-- CreateIndex
CREATE INDEX "Code_deletedAt_createdAt_id_idx" ON "Code"("deletedAt", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Code_miniProgramId_createdAt_id_idx" ON "Code"("miniProgramId", "createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Code_miniProgramId_fingerprint_idx" ON "Code"("miniProgramId", "fingerprint");

-- CreateIndex
CREATE INDEX "Code_status_leaseExpiresAt_idx" ON "Code"("status", "leaseExpiresAt");

-- CreateIndex
CREATE INDEX "Code_createdById_idx" ON "Code"("createdById");

-- CreateIndex
CREATE INDEX "AuditEvent_at_id_idx" ON "AuditEvent"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_targetId_idx" ON "AuditEvent"("targetId");

-- AddForeignKey
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuotaEntry" ADD CONSTRAINT "QuotaEntry_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
