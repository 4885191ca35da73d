-- AlterEnum
ALTER TYPE "BulkKind" ADD VALUE 'retarget';
