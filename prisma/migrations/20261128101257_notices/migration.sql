-- AlterTable
ALTER TABLE "User" ADD COLUMN     "noticeChoices" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "miniProgramId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,
    "inBell" BOOLEAN NOT NULL,
    "readAt" TIMESTAMP(3),
    "mailState" "DeliveryState",
    "mailAttempts" INTEGER NOT NULL DEFAULT 0,
    "mailDueAt" TIMESTAMP(3),
    "mailLeaseExpiresAt" TIMESTAMP(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notice_userId_at_id_idx" ON "Notice"("userId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Notice_at_idx" ON "Notice"("at");

-- CreateIndex
CREATE INDEX "Notice_mailDueAt_idx" ON "Notice"("mailDueAt") WHERE ("mailState" = 'WAITING'::"DeliveryState");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_userId_eventId_key" ON "Notice"("userId", "eventId");

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
