-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "scanDaysKeepDays" INTEGER NOT NULL DEFAULT 730,
ADD COLUMN     "scanHoursKeepDays" INTEGER NOT NULL DEFAULT 90;

-- CreateTable
CREATE TABLE "LiveScanDay" (
    "key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "scene" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "LiveScanDay_pkey" PRIMARY KEY ("key","day","scene")
);

-- CreateTable
CREATE TABLE "AppScanDay" (
    "miniProgramId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "scene" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "AppScanDay_pkey" PRIMARY KEY ("miniProgramId","day","scene")
);

-- CreateTable
CREATE TABLE "LiveScanTotal" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "LiveScanTotal_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "LiveScanDay_day_idx" ON "LiveScanDay"("day");

-- CreateIndex
CREATE INDEX "AppScanDay_day_idx" ON "AppScanDay"("day");

-- CreateIndex
CREATE INDEX "LiveCode_createdAt_key_idx" ON "LiveCode"("createdAt", "key");

-- CreateIndex
CREATE INDEX "LiveScanHour_hour_idx" ON "LiveScanHour"("hour");

-- AddForeignKey
ALTER TABLE "LiveScanDay" ADD CONSTRAINT "LiveScanDay_key_fkey" FOREIGN KEY ("key") REFERENCES "LiveCode"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AppScanDay" ADD CONSTRAINT "AppScanDay_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LiveScanTotal" ADD CONSTRAINT "LiveScanTotal_key_fkey" FOREIGN KEY ("key") REFERENCES "LiveCode"("key") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was counted before: days by the zone of the session, since nobody here knows that of the server.
INSERT INTO "LiveScanDay" ("key", "day", "scene", "count")
SELECT "key", ("hour" AT TIME ZONE 'UTC')::date, "scene", sum("count")::integer FROM "LiveScanHour" GROUP BY 1, 2, 3;

INSERT INTO "AppScanDay" ("miniProgramId", "day", "scene", "count")
SELECT c."miniProgramId", d."day", d."scene", sum(d."count")::integer
FROM "LiveScanDay" d JOIN "LiveCode" l ON l."key" = d."key" JOIN "Code" c ON c."id" = l."codeId" GROUP BY 1, 2, 3;

INSERT INTO "LiveScanTotal" ("key", "count", "lastAt")
SELECT "key", sum("count")::integer, max("hour") FROM "LiveScanHour" GROUP BY 1;
