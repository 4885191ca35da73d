import { startS3 } from '@/lib/testing/stand-ins/s3-stand-in';

/** What bench/faults/faults.ts has the stand-in do from now on. */
export type S3Order = { status: number | null; isCutting: boolean; slowMs: number };

// A stand-in for S3 in a process of its own, started with `fork`: it says its port, and obeys.
const s3 = await startS3();
process.on('message', ({ status, isCutting, slowMs }: S3Order) => {
  s3.fail(status);
  s3.cut(isCutting);
  s3.slow(slowMs);
  process.send?.('obeyed');
});
process.on('disconnect', () => process.exit(0));
process.send?.(Number(new URL(s3.url).port));
