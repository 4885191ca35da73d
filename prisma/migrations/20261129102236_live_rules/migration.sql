-- AlterTable
ALTER TABLE "LiveTarget" ADD COLUMN     "rules" JSONB NOT NULL DEFAULT '[]';
