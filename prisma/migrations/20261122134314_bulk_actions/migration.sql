-- AlterEnum
ALTER TYPE "BulkKind" ADD VALUE 'purge';

-- AlterTable
ALTER TABLE "BatchRow" ADD COLUMN     "purgedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Bulk" ADD COLUMN     "leaseExpiresAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "DiscardedFile" (
    "key" TEXT NOT NULL,

    CONSTRAINT "DiscardedFile_pkey" PRIMARY KEY ("key")
);
