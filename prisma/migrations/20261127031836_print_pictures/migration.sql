-- CreateTable
CREATE TABLE "PrintPicture" (
    "id" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "imageKey" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "widthPx" INTEGER NOT NULL,
    "heightPx" INTEGER NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrintPicture_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PrintPicture_sha256_key" ON "PrintPicture"("sha256");

-- AddForeignKey
ALTER TABLE "PrintPicture" ADD CONSTRAINT "PrintPicture_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
