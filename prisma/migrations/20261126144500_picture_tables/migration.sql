-- AlterEnum
ALTER TYPE "ExportFormat" ADD VALUE 'pictureTable';
