-- AlterEnum
ALTER TYPE "ExportFormat" ADD VALUE 'pieces';
