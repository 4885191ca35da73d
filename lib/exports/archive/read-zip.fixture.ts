import { promisify } from 'node:util';
import yauzl from 'yauzl';

export type ZipEntry = { path: string; bytes: Buffer; isStored: boolean };

/** Every entry of an archive in its order, read with a library that did not write it. */
export async function readZip(archive: Buffer): Promise<ZipEntry[]> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(archive, {
    lazyEntries: true,
  });
  const entries: ZipEntry[] = [];
  const open = promisify(zip.openReadStream.bind(zip));
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: yauzl.Entry) => {
      const read = async () => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of await open(entry)) chunks.push(chunk);
        const isStored = entry.compressionMethod === 0;
        entries.push({ path: entry.fileName, bytes: Buffer.concat(chunks), isStored });
        zip.readEntry();
      };
      read().catch(reject);
    });
    zip.on('error', reject).on('end', () => resolve(entries));
    zip.readEntry();
  });
}
