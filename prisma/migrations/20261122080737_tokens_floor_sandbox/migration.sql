-- CreateEnum
CREATE TYPE "TokenEventKind" AS ENUM ('replaced', 'expiredEarly');

-- AlterEnum
ALTER TYPE "TokenMode" ADD VALUE 'external';

-- AlterTable
ALTER TABLE "MiniProgram" ADD COLUMN     "quotaFloor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "sandboxPlay" JSONB,
ADD COLUMN     "tokenHeaderCiphertext" TEXT,
ADD COLUMN     "tokenHeaderName" TEXT,
ADD COLUMN     "tokenUrl" TEXT,
ALTER COLUMN "secretCiphertext" DROP NOT NULL;

-- CreateTable
CREATE TABLE "TokenEvent" (
    "id" TEXT NOT NULL,
    "miniProgramId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "TokenEventKind" NOT NULL,

    CONSTRAINT "TokenEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TokenEvent_miniProgramId_at_id_idx" ON "TokenEvent"("miniProgramId", "at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "TokenEvent" ADD CONSTRAINT "TokenEvent_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;
