-- CreateTable
CREATE TABLE "PrintStock" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "measures" JSONB NOT NULL,
    "createdById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PrintStock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PrintStock_name_key" ON "PrintStock"("name");

-- AddForeignKey
ALTER TABLE "PrintStock" ADD CONSTRAINT "PrintStock_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
