-- AlterTable
ALTER TABLE "MiniProgram" ADD COLUMN     "pagesAskedAt" TIMESTAMP(3),
ADD COLUMN     "pagesFault" TEXT,
ADD COLUMN     "pagesWantedAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "AskedPage" (
    "miniProgramId" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "goneSince" TIMESTAMP(3),

    CONSTRAINT "AskedPage_pkey" PRIMARY KEY ("miniProgramId","page")
);

-- AddForeignKey
ALTER TABLE "AskedPage" ADD CONSTRAINT "AskedPage_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;
