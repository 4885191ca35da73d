-- CreateEnum
CREATE TYPE "Newcomers" AS ENUM ('refuse', 'member');

-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "newcomerAppIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "newcomerRole" "Role" NOT NULL DEFAULT 'VIEWER',
ADD COLUMN     "newcomerSeesAll" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "newcomers" "Newcomers" NOT NULL DEFAULT 'refuse';

-- AlterTable
ALTER TABLE "User" ALTER COLUMN "email" DROP NOT NULL,
ALTER COLUMN "passwordHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ServiceIdentity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "linkedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ServiceIdentity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateIndex
CREATE UNIQUE INDEX "ServiceIdentity_userId_issuer_key" ON "ServiceIdentity"("userId", "issuer");

-- AddForeignKey
ALTER TABLE "ServiceIdentity" ADD CONSTRAINT "ServiceIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
