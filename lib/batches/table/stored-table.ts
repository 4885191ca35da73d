import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { deleteObject, getObject, putObject } from '@/lib/storage/storage';
import { parseTable, type StoredTable, type WrittenTable } from './table-file';

// Objects of a draft in the storage. All are named after its table's key, which is what the database knows.

const TABLE = '.table.json';

/** A key for the table of a new batch. */
export function newTableKey(): string {
  return `batches/${randomUUID()}${TABLE}`;
}

/** The file or text that a table came from, as it was given, so that it can be read again in another way. */
function sourceKey(tableKey: string): string {
  return tableKey.replace(TABLE, '.source');
}

/** The last dry run. */
export function checkKey(tableKey: string): string {
  return tableKey.replace(TABLE, '.check.json');
}

/** All that may lie beside a table, for whoever keeps or moves it. */
export function storedTableKeys(tableKey: string): string[] {
  return [tableKey, sourceKey(tableKey), checkKey(tableKey)];
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

/** A batch that was started has its rows in the database; one that is removed needs nothing. */
export async function deleteStoredTable(tableKey: string): Promise<void> {
  await deleteCheck(tableKey);
  await deleteObject(sourceKey(tableKey));
  await deleteObject(tableKey);
}
