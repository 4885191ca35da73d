-- CreateTable
CREATE TABLE "LiveCode" (
    "key" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveCode_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LiveTarget" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "page" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "isPaused" BOOLEAN NOT NULL DEFAULT false,
    "message" TEXT NOT NULL DEFAULT '',
    "byName" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LiveTarget_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LiveCode_codeId_key" ON "LiveCode"("codeId");

-- CreateIndex
CREATE INDEX "LiveTarget_key_startsAt_id_idx" ON "LiveTarget"("key", "startsAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "LiveCode" ADD CONSTRAINT "LiveCode_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveTarget" ADD CONSTRAINT "LiveTarget_key_fkey" FOREIGN KEY ("key") REFERENCES "LiveCode"("key") ON DELETE CASCADE ON UPDATE CASCADE;
