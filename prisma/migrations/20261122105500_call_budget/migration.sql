-- AlterTable
ALTER TABLE "Batch" DROP COLUMN "waitingUntil",
ADD COLUMN     "stoppedBy" TEXT;

-- CreateTable
CREATE TABLE "CallBudget" (
    "miniProgramId" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "paidUntilMs" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "batchPaidUntilMs" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "heldUntil" TIMESTAMP(3),
    "heldBy" TEXT,
    "holds" INTEGER NOT NULL DEFAULT 0,
    "slowedTo" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "slowedAt" TIMESTAMP(3),

    CONSTRAINT "CallBudget_pkey" PRIMARY KEY ("miniProgramId")
);

-- AddForeignKey
ALTER TABLE "CallBudget" ADD CONSTRAINT "CallBudget_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;
