-- The order that an administrator gave to purposes
ALTER TABLE "Purpose" ADD COLUMN "position" INTEGER;
