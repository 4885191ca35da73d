-- AlterEnum
ALTER TYPE "ExportFormat" ADD VALUE 'pdf';
