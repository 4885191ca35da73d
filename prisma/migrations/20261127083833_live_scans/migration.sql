-- CreateTable
CREATE TABLE "LiveScanHour" (
    "key" TEXT NOT NULL,
    "hour" TIMESTAMP(3) NOT NULL,
    "scene" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "LiveScanHour_pkey" PRIMARY KEY ("key","hour","scene")
);

-- CreateTable
CREATE TABLE "CountedScan" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CountedScan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CountedScan_at_idx" ON "CountedScan"("at");

-- AddForeignKey
ALTER TABLE "LiveScanHour" ADD CONSTRAINT "LiveScanHour_key_fkey" FOREIGN KEY ("key") REFERENCES "LiveCode"("key") ON DELETE CASCADE ON UPDATE CASCADE;
