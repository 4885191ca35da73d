-- AlterTable
ALTER TABLE "Code" ADD COLUMN     "purposeInput" JSONB,
ADD COLUMN     "purposeKey" TEXT;

-- CreateTable
CREATE TABLE "Purpose" (
    "id" TEXT NOT NULL,
    "builtIn" TEXT,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "definition" JSONB,
    "pages" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Purpose_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Purpose_builtIn_key" ON "Purpose"("builtIn");
