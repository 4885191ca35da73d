import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { open, type Entry, type ZipFile } from 'yauzl';
import { expect } from './fixtures';

export type ZippedFile = { bytes: Buffer; sha256: string; method: number };

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    open(path, { lazyEntries: true, strictFileNames: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<ZippedFile> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  return { bytes, sha256: sha256(bytes), method: entry.compressionMethod };
}

/** Every entry by name, in the archive's order; `method` 0 is stored. */
export async function readZip(path: string): Promise<Map<string, ZippedFile>> {
  const zip = await openZip(path);
  const files = new Map<string, ZippedFile>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      readEntry(zip, entry).then((file) => {
        files.set(entry.fileName, file);
        zip.readEntry();
      }, reject);
    });
    zip.once('end', () => resolve(files));
    zip.readEntry();
  });
}

const PYTHON = `
import hashlib, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    broken = archive.testzip()
    assert broken is None, broken
    sums = {info.filename: hashlib.sha256(archive.read(info)).hexdigest() for info in archive.infolist()}
print(json.dumps(sums))
`;

/** Runs a program of the machine; null when it has none of that name. */
function run(program: string, args: string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (error) return null;
  expect(status, `${program}: ${stdout}${stderr}`).toBe(0);
  return stdout;
}

/** The programs that people open archives with find the same files, where the machine has them: unzip and Python. */
export function expectOthersToRead(path: string, files: Map<string, ZippedFile>): void {
  run('unzip', ['-tq', path]);
  const sums = run('python3', ['-c', PYTHON, path]);
  if (sums === null) return;
  expect(JSON.parse(sums)).toEqual(Object.fromEntries([...files].map(([name, file]) => [name, file.sha256])));
}
