-- CreateTable
CREATE TABLE "DeclaredPage" (
    "miniProgramId" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DeclaredPage_pkey" PRIMARY KEY ("miniProgramId","page")
);

-- AddForeignKey
ALTER TABLE "DeclaredPage" ADD CONSTRAINT "DeclaredPage_miniProgramId_fkey" FOREIGN KEY ("miniProgramId") REFERENCES "MiniProgram"("id") ON DELETE CASCADE ON UPDATE CASCADE;
