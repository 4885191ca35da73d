import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

export type S3Server = {
  /** Of STORAGE_URL and BACKUP_URL, up to the bucket. @param place the bucket, and what follows it */
  addressOf: (place: string) => string;
  close: () => Promise<void>;
};

/** A server of npm that knows S3 from others than us, and of its protocol only what was there before checksums came after streams. */
export async function startS3Server(...buckets: string[]): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'suncode-s3-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: buckets.map((name) => ({ name, configs: [] })),
  });
  const { port } = await server.run();
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`);
  return {
    addressOf: (place) => `s3://S3RVER:S3RVER@storage.invalid/${place}?endpoint=${endpoint}`,
    close: async () => {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
