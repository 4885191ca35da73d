import { createHash } from 'node:crypto';
import { parseCsv } from 'hucre/csv';
import type { Actor } from '@/lib/auth/actor';
import { pictureExtension } from '@/lib/codes/picture/picture-name';
import { putObject } from '@/lib/storage/storage';
import { insertCode } from '@/lib/testing/factories';
import type { Code } from '@/lib/db/generated/client';
import { readZip } from '@/lib/exports/archive/read-zip.fixture';
import { makeExport } from './job/make-export';
import { createExport, fetchExport, type Download } from './service';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Overrides = Omit<Parameters<typeof insertCode>[0], 'miniProgramId'>;

/** A code whose picture lies in the store. */
export async function insertPicture(
  miniProgramId: string,
  { bytes, ...overrides }: Overrides & { bytes: Buffer },
): Promise<Code> {
  const imageType = overrides.imageType ?? 'image/jpeg';
  const imageKey = `codes/test/${sha256(Buffer.from(String(Math.random())))}.${pictureExtension(imageType)}`;
  await putObject(imageKey, bytes, imageType);
  const picture = { imageKey, imageType, imageBytes: bytes.byteLength, imageSha256: sha256(bytes) };
  return insertCode({ miniProgramId, ...picture, imageWidthPx: 430, imageHeightPx: 430, ...overrides });
}

export async function bytesOf({ chunks }: Pick<Download, 'chunks'>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

type Fields = Record<string, string> | [string, string][];

/** Asked for and made, as a worker does. @returns its id */
export async function madeExport(actor: Actor, fields: Fields): Promise<string> {
  const exportId = await createExport(actor, new URLSearchParams(fields));
  await makeExport(exportId);
  return exportId;
}

/** A whole export and what is in it. */
export async function exported(actor: Actor, fields: Fields) {
  const download = await fetchExport(actor, await madeExport(actor, fields));
  return { ...download, bytes: await bytesOf(download) };
}

export async function fetchedAgain(actor: Actor, exportId: string): Promise<Buffer> {
  return bytesOf(await fetchExport(actor, exportId));
}

type Row = Record<string, string>;

function readCsv(text: string): Row[] {
  const [heads = [], ...lines] = parseCsv(text);
  return lines.map((cells) => Object.fromEntries(heads.map((head, at) => [String(head), String(cells[at])])));
}
type ManifestJson = { files: (Row & { columns?: Row })[]; count: number; missing: number };

/** An archive taken apart: its pictures, and the two manifests that must say the same of them. */
export async function openArchive(archive: Buffer) {
  const entries = await readZip(archive);
  const [csv, json] = entries.slice(-2).map(({ bytes }) => bytes.toString('utf8'));
  const manifest: ManifestJson = JSON.parse(json ?? '');
  return { entries, pictures: entries.slice(0, -2), csv: csv ?? '', rows: readCsv(csv ?? ''), manifest };
}

export const selection = (codes: Pick<Code, 'id'>[]): [string, string][] => codes.map(({ id }) => ['id', id]);
