-- CreateTable
CREATE TABLE "LiveDeviceDay" (
    "key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "marks" BYTEA NOT NULL,

    CONSTRAINT "LiveDeviceDay_pkey" PRIMARY KEY ("key","day")
);

-- CreateTable
CREATE TABLE "AppDeviceDay" (
    "miniProgramId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "marks" BYTEA NOT NULL,

    CONSTRAINT "AppDeviceDay_pkey" PRIMARY KEY ("miniProgramId","day")
);

-- CreateTable
CREATE TABLE "ScanSalt" (
    "month" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "ScanSalt_pkey" PRIMARY KEY ("month")
);

-- CreateIndex
CREATE INDEX "LiveDeviceDay_day_idx" ON "LiveDeviceDay"("day");

-- CreateIndex
CREATE INDEX "AppDeviceDay_day_idx" ON "AppDeviceDay"("day");

-- AddForeignKey
ALTER TABLE "LiveDeviceDay" ADD CONSTRAINT "LiveDeviceDay_key_fkey" FOREIGN KEY ("key") REFERENCES "LiveCode"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppDeviceDay" ADD CONSTRAINT "AppDeviceDay_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;
