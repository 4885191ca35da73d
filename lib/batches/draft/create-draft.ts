import 'server-only';
import { posix } from 'node:path';
import type { z } from 'zod';
import { getApp } from '@/lib/apps/queries';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { clock, minuteOf } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { madeBy } from '@/lib/auth/maker';
import { parseInput } from '@/lib/validation';
import { createDraftSchema } from './draft-schema';
import type { CreateDraftInput } from './draft-types';
import { BATCH_NAME_MAX_CHARS, FILE_MAX_BYTES } from '@/lib/batches/limits';
import { readApart } from '@/lib/batches/table/read-apart';
import { fileTooBig } from '@/lib/batches/table/refuse';
import { rowsTable } from '@/lib/batches/table/rows-table';
import { sequenceTable } from '@/lib/batches/table/sequence';
import { deleteStoredTable, newTableKey, storeSource, storeTable } from '@/lib/batches/table/stored-table';
import { writeTable, type WrittenTable } from '@/lib/batches/table/table-file';

type Source = z.output<typeof createDraftSchema>['source'];

/** What was read, and the bytes that it was read from where they can be read in another way. */
type Read = { written: WrittenTable; bytes: Buffer | null };

async function readDraft(source: Source): Promise<Read> {
  if (source.kind === 'sequence')
    return { written: await writeTable(sequenceTable(source.series)), bytes: null };
  if (source.kind === 'rows') return { written: await writeTable(rowsTable(source)), bytes: null };
  if (source.kind === 'paste') {
    const { text, options: asked } = source;
    return { written: await readApart({ kind: 'paste', text, asked }), bytes: Buffer.from(text) };
  }
  const { file, options: asked } = source;
  // Before its bytes are copied.
  if (file.size > FILE_MAX_BYTES) throw fileTooBig('file', file.size);
  const bytes = Buffer.from(await file.arrayBuffer());
  return { written: await readApart({ kind: 'file', bytes, fileName: file.name, asked }), bytes };
}

function defaultName(source: Source): string {
  const fromFile = source.kind === 'file' ? posix.parse(source.file.name).name.trim() : '';
  return (fromFile || minuteOf(clock.now())).slice(0, BATCH_NAME_MAX_CHARS);
}

async function store(tableKey: string, { written, bytes }: Read): Promise<void> {
  if (bytes) await storeSource(tableKey, bytes);
  await storeTable(tableKey, written);
}

/**
 * Reads a file, pasted rows, number series or the rows of a program, and keeps the table as a batch in state DRAFT. Nothing is spent.
 * @returns its id
 * @throws AppError FORBIDDEN, NOT_FOUND (the Mini Program), INVALID_INPUT with field `file`, `text`, `series…` or `sheet`
 */
export async function createDraft(actor: Actor, input: CreateDraftInput): Promise<string> {
  requirePermission(actor, 'batches.write');
  const { miniProgramId, name, source } = parseInput(createDraftSchema, input);
  await getApp(actor, miniProgramId);
  const read = await readDraft(source);
  const { head } = read.written;
  const tableKey = newTableKey();
  await store(tableKey, read);
  try {
    return await db().$transaction(async (tx) => {
      const data = {
        ...{ miniProgramId, tableKey, source: source.kind, name: name || defaultName(source) },
        columns: head.columns.map((column) => column.name),
        rowCount: head.rowCount,
        ...madeBy(actor),
      };
      const { id } = await tx.batch.create({ data, select: { id: true } });
      const details = { source: source.kind, rows: data.rowCount };
      await recordAudit(tx, actor, { action: 'batch.draft', targetId: id, targetName: data.name, details });
      return id;
    });
  } catch (error) {
    await deleteStoredTable(tableKey);
    throw error;
  }
}
