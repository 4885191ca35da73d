import 'server-only';
import { randomBytes, randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { parseRows, parseTable, type StoredTable, type TableHead, type WrittenTable } from './table-file';
import type { TableRow } from './table';

// Objects of a draft in the storage. All are named after its table's key, which is what the database knows. A table that
// changes is written under a new key, and the database says from which moment on that one counts: whoever reads or judges
// meanwhile has the old table as a whole or the new one, and of two who change it at once one finds that it changed.

/** `batches/<uuid>.table.json` as it was read first, `batches/<uuid>.<version>.table.json` after a change. */
const TABLE = /(?:\.([0-9a-f]+))?\.table\.json$/;

/** A key for the table of a new batch. */
export function newTableKey(): string {
  return `batches/${randomUUID()}.table.json`;
}

/** A key for the next version of a table. */
export function nextTableKey(tableKey: string): string {
  return tableKey.replace(TABLE, `.${randomBytes(6).toString('hex')}.table.json`);
}

/** Tells the versions of one table apart. */
export function versionOf(tableKey: string): string {
  return TABLE.exec(tableKey)?.[1] ?? '0';
}

/** The file or text that a table came from, as it was given, so that it can be read again in another way. */
function sourceKey(tableKey: string): string {
  return tableKey.replace(TABLE, '.source');
}

/** The last dry run of this version. */
export function checkKey(tableKey: string): string {
  return tableKey.replace('.table.json', '.check.json');
}

/** What it takes to undo the edits that led to this version. */
export function historyKey(tableKey: string): string {
  return tableKey.replace('.table.json', '.edits.json');
}

/** All that may lie beside a table, for whoever keeps or moves it. */
export function storedTableKeys(tableKey: string): string[] {
  return [tableKey, sourceKey(tableKey), checkKey(tableKey), historyKey(tableKey)];
}

export async function putJson(key: string, value: unknown): Promise<void> {
  await putObject(key, Buffer.from(JSON.stringify(value)), 'application/json');
}

/** @returns null when there is no such object */
export async function getJson<T>(key: string): Promise<T | null> {
  const bytes = await getObject(key);
  return bytes && JSON.parse(Buffer.from(bytes).toString('utf8'));
}

export async function storeTable(tableKey: string, { bytes }: WrittenTable): Promise<void> {
  await putObject(tableKey, bytes, 'application/json');
}

/** The table of a draft as it was read; null when it is missing in the storage. */
export async function loadTable(tableKey: string): Promise<StoredTable | null> {
  const bytes = await getObject(tableKey);
  return bytes && parseTable(Buffer.from(bytes));
}

/** Some of its rows; null when it is missing in the storage. */
export async function loadRows(
  tableKey: string,
  page: { from: number; limit: number },
): Promise<{ head: TableHead; rows: TableRow[] } | null> {
  const bytes = await getObject(tableKey);
  return bytes && parseRows(Buffer.from(bytes), page);
}

export async function storeSource(tableKey: string, bytes: Buffer): Promise<void> {
  await putObject(sourceKey(tableKey), bytes, 'application/octet-stream');
}

/** @throws AppError NOT_FOUND when it is missing in the storage */
export async function loadSource(tableKey: string): Promise<Buffer> {
  const bytes = await getObject(sourceKey(tableKey));
  if (!bytes) throw new AppError('NOT_FOUND');
  return Buffer.from(bytes);
}

export async function deleteCheck(tableKey: string): Promise<void> {
  await deleteObject(checkKey(tableKey));
}

/** One version with what belongs to it; the file or text that all were read from stays. */
export async function deleteVersion(tableKey: string): Promise<void> {
  await deleteCheck(tableKey);
  await deleteObject(historyKey(tableKey));
  await deleteObject(tableKey);
}

/** A batch that was started has its rows in the database; one that is removed needs nothing. */
export async function deleteStoredTable(tableKey: string): Promise<void> {
  await deleteObject(sourceKey(tableKey));
  await deleteVersion(tableKey);
}
