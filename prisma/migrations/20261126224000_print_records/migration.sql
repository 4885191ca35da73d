-- CreateEnum
CREATE TYPE "PrintState" AS ENUM ('made', 'sent', 'placed', 'retired');

-- AlterTable
ALTER TABLE "Export" ADD COLUMN "printState" "PrintState",
ADD COLUMN "sha256" TEXT;

-- Prints of earlier versions: which codes were on them is not known any more.
UPDATE "Export" SET "printState" = 'made' WHERE "format" = 'pdf' AND "state" = 'FINISHED';

-- CreateTable
CREATE TABLE "PrintedCode" (
    "exportId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "codeId" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "imageSha256" TEXT NOT NULL,

    CONSTRAINT "PrintedCode_pkey" PRIMARY KEY ("exportId", "position")
);

-- CreateTable
CREATE TABLE "PrintStep" (
    "id" TEXT NOT NULL,
    "exportId" TEXT NOT NULL,
    "state" "PrintState" NOT NULL,
    "note" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrintStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PrintedCode_codeId_idx" ON "PrintedCode"("codeId");

-- CreateIndex
CREATE INDEX "PrintStep_exportId_idx" ON "PrintStep"("exportId");

-- AddForeignKey
ALTER TABLE "PrintedCode" ADD CONSTRAINT "PrintedCode_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "Export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintStep" ADD CONSTRAINT "PrintStep_exportId_fkey" FOREIGN KEY ("exportId") REFERENCES "Export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintStep" ADD CONSTRAINT "PrintStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
