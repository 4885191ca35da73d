-- CreateTable
CREATE TABLE "AppRelease" (
    "id" TEXT NOT NULL,
    "miniProgramId" TEXT NOT NULL,
    "version" TEXT NOT NULL DEFAULT '',
    "pages" TEXT[],
    "entryPage" TEXT NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AppRelease_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AppRelease_miniProgramId_createdAt_id_idx" ON "AppRelease"("miniProgramId", "createdAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "AppRelease" ADD CONSTRAINT "AppRelease_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppRelease" ADD CONSTRAINT "AppRelease_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
