import 'server-only';
import { posix } from 'node:path';
import type { z } from 'zod';
import { getApp } from '@/lib/apps/queries';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { parseInput } from '@/lib/validation';
import { createDraftSchema } from './draft-schema';
import type { CreateDraftInput } from './draft-types';
import { BATCH_NAME_MAX_CHARS, FILE_MAX_BYTES } from '@/lib/batches/limits';
import { readFile } from '@/lib/batches/table/read-file';
import { readPaste } from '@/lib/batches/table/read-paste';
import { fileTooBig } from '@/lib/batches/table/refuse';
import { sequenceTable } from '@/lib/batches/table/sequence';
import { deleteStoredTable, newTableKey, storeSource, storeTable } from '@/lib/batches/table/stored-table';
import type { ReadTable } from '@/lib/batches/table/table';

type Source = z.output<typeof createDraftSchema>['source'];

/** What was read, and the bytes that it was read from where they can be read in another way. */
type Read = { read: ReadTable; bytes: Buffer | null };

async function readSource(source: Source): Promise<Read> {
  if (source.kind === 'sequence') return { read: sequenceTable(source.series), bytes: null };
  if (source.kind === 'paste')
    return { read: await readPaste(source.text, source.options), bytes: Buffer.from(source.text) };
  // Before its bytes are copied.
  if (source.file.size > FILE_MAX_BYTES) throw fileTooBig('file', source.file.size);
  const bytes = Buffer.from(await source.file.arrayBuffer());
  return { read: await readFile(bytes, source.file.name, source.options), bytes };
}

function defaultName(source: Source): string {
  const fromFile = source.kind === 'file' ? posix.parse(source.file.name).name.trim() : '';
  return (fromFile || minuteOf(clock.now())).slice(0, BATCH_NAME_MAX_CHARS);
}

async function store(tableKey: string, { read, bytes }: Read): Promise<void> {
  if (bytes) await storeSource(tableKey, bytes);
  await storeTable(tableKey, read);
}

/**
 * Reads a file, pasted rows or number series, and keeps the table as a batch in state DRAFT. Nothing is spent.
 * @returns its id
 * @throws AppError FORBIDDEN, NOT_FOUND (the Mini Program), INVALID_INPUT with field `file`, `text`, `series…` or `sheet`
 */
export async function createDraft(actor: Actor, input: CreateDraftInput): Promise<string> {
  requirePermission(actor, 'batches.write');
  const { miniProgramId, name, source } = parseInput(createDraftSchema, input);
  await getApp(actor, miniProgramId);
  const read = await readSource(source);
  const tableKey = newTableKey();
  await store(tableKey, read);
  try {
    return await db().$transaction(async (tx) => {
      const data = {
        ...{ miniProgramId, tableKey, source: source.kind, name: name || defaultName(source) },
        columns: read.read.table.columns,
        rowCount: read.read.table.rows.length,
        createdById: actor.kind === 'user' ? actor.id : null,
      };
      const { id } = await tx.batch.create({ data, select: { id: true } });
      const details = { source: source.kind, rows: data.rowCount };
      await recordAudit(tx, actor, { action: 'batch.draft', targetId: id, details });
      return id;
    });
  } catch (error) {
    await deleteStoredTable(tableKey);
    throw error;
  }
}
