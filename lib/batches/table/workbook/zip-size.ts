import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** A workbook of 20 MB with a million filled cells unpacks to about half of this. */
const UNPACKED_MAX_BYTES = 400 * 1024 * 1024;
/** No office program writes as many parts. */
const ENTRIES_MAX = 10_000;

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false };
    fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > ENTRIES_MAX) reject(new Error('The archive has too many entries.'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries)).on('error', reject);
    zip.readEntry();
  });
}

/** Names of the files in a ZIP. @throws Error for a damaged one */
export async function zipNames(bytes: Buffer): Promise<string[]> {
  return (await listEntries(await open(bytes))).map(({ fileName }) => fileName);
}

/** Unpacks an entry into nothing: yauzl stops with an error when it is longer than its header says. */
function drain(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      stream.on('error', reject).on('end', resolve).resume();
    });
  });
}

/**
 * Whether a ZIP is small enough to unpack in memory, and its headers do not lie about that: a few kilobytes can unpack
 * to gigabytes.
 * @throws Error for a ZIP that is damaged, or longer than its headers say
 */
export async function isUnpackable(bytes: Buffer): Promise<boolean> {
  const zip = await open(bytes);
  const entries = await listEntries(zip);
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > UNPACKED_MAX_BYTES) return false;
  for (const entry of entries) await drain(zip, entry);
  return true;
}
