import { z } from 'zod';
import {
  CELL_MAX_CHARS,
  EDIT_MAX_CELLS,
  EDIT_MAX_CHARS,
  EDITS_MAX,
  TABLE_MAX_COLUMNS,
  TABLE_MAX_ROWS,
} from '@/lib/batches/limits';
import { idSchema, textSchema } from '@/lib/input/schemas';
import type { EditDraftInput } from './edit-types';

const position = (count: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(count - 1);
const row = position(TABLE_MAX_ROWS);
const column = position(TABLE_MAX_COLUMNS);
/** A cell that is too long is refused with its place (lib/batches/edit/step-of-edit.ts). */
const cell = textSchema(EDIT_MAX_CHARS);
/** A random UUID. */
const changeIdSchema = textSchema(36).optional();

export const versionSchema = textSchema(32);

const rangeSchema = z.object({ top: row, bottom: row, left: column, right: column });

export const searchSchema = z.object({
  text: textSchema(CELL_MAX_CHARS).min(1),
  matchCase: z.boolean(),
  wholeCell: z.boolean(),
});

const cellsSchema = z.array(z.array(cell).max(TABLE_MAX_COLUMNS)).min(1).max(EDIT_MAX_CELLS);

const editSchema = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('put'), top: row, left: column },
    ...{ cells: cellsSchema, isPasted: z.boolean().optional() },
  }),
  z.object({ kind: z.literal('fill'), range: rangeSchema, text: cell.optional() }),
  z.object({
    ...{ kind: z.literal('replace'), search: searchSchema, text: cell },
    range: rangeSchema.optional(),
  }),
  z.object({ kind: z.literal('remove'), top: row, bottom: row }),
  z.object({ kind: z.literal('add'), rows: z.number().int().min(1).max(TABLE_MAX_ROWS) }),
]);

const putCells = (edits: EditDraftInput['edits']) =>
  edits.flatMap((edit) => (edit.kind === 'put' ? edit.cells.flat() : []));

export const editDraftSchema = z.object({
  batchId: idSchema,
  version: versionSchema,
  edits: z
    .array(editSchema)
    .min(1)
    .max(EDITS_MAX)
    .refine((edits) => putCells(edits).length <= EDIT_MAX_CELLS)
    .refine((edits) => putCells(edits).reduce((sum, { length }) => sum + length, 0) <= EDIT_MAX_CHARS),
  isContinued: z.boolean().optional(),
  changeId: changeIdSchema,
});

export const undoSchema = z.object({
  batchId: idSchema,
  version: versionSchema,
  way: z.enum(['undo', 'redo']),
  changeId: changeIdSchema,
});
