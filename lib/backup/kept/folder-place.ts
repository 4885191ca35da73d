import 'server-only';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { verifyBackup } from '../verify';
import type { BackupPlace } from './place-types';

export function folderPlace(folder: string): BackupPlace {
  const pathOf = (name: string) => join(folder, name);
  /** Its name until it is whole and was read again: what has the other name can be trusted. */
  const partOf = (name: string) => `${pathOf(name)}.part`;
  return {
    name: folder,
    async write(name, chunks, signal) {
      const part = partOf(name);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = createWriteStream(part, { mode: 0o600, flush: true });
        await pipeline(Readable.from(chunks), file, { signal });
        const end = await verifyBackup(createReadStream(part, { signal }));
        const { size } = await stat(part);
        await rename(part, pathOf(name));
        return { end, sizeBytes: size };
      } catch (error) {
        await rm(part, { force: true }).catch(() => undefined);
        throw error;
      }
    },
    read: async (name) => (existsSync(pathOf(name)) ? createReadStream(pathOf(name)) : null),
    async remove(name) {
      await rm(partOf(name), { force: true });
      await rm(pathOf(name), { force: true });
    },
  };
}
