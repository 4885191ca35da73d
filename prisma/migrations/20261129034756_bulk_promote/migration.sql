-- AlterEnum
ALTER TYPE "BulkKind" ADD VALUE 'promote';
