-- When a worker last said that it is at work
ALTER TABLE "Installation" ADD COLUMN "workerSeenAt" TIMESTAMP(3);
