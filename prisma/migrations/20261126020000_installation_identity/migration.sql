-- AlterTable
ALTER TABLE "Installation" ADD COLUMN     "authSecretCheck" TEXT,
ADD COLUMN     "encryptionKeyCheck" TEXT,
ADD COLUMN     "storageId" TEXT;
