import 'server-only';
import { setImmediate } from 'node:timers/promises';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { TABLE_MAX_CHARS } from '@/lib/batches/limits';
import { openDraft, type DraftRow } from '@/lib/batches/draft/open-draft';
import { replaceTable } from '@/lib/batches/draft/replace-table';
import { versionOf } from '@/lib/batches/table/stored-table';
import { refusal } from '@/lib/batches/table/refuse';
import { writeTable, type StoredTable } from '@/lib/batches/table/table-file';
import { NO_EDITS, type TableRow } from '@/lib/batches/table/table';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { editDraftSchema, undoSchema } from './edit-schema';
import type { EditDraftInput, EditedTable, UndoInput } from './edit-types';
import { damageLeft } from './damage-left';
import { loadHistory, shortened, type Entry, type History } from './history';
import { stepOfEdit } from './step-of-edit';
import { applyStep, removedBy, type Step } from './steps';

type Opened = { draft: DraftRow } & StoredTable;

/** @throws AppError NOT_FOUND, BATCH_STARTED, TABLE_CHANGED when this is another version */
async function openVersion(actor: Actor, batchId: string, version: string): Promise<Opened> {
  const opened = await openDraft(actor, batchId);
  if (versionOf(opened.draft.tableKey) !== version) throw new AppError('TABLE_CHANGED');
  return opened;
}

/** Rows while steps are taken one after the other. */
class Editing {
  removed = 0;
  firstRow: number | null = null;
  constructor(public rows: TableRow[]) {}

  /** @returns the step that takes it back */
  take(step: Step): Step {
    this.removed += removedBy(step, this.rows);
    const { rows, inverse } = applyStep(this.rows, step);
    this.rows = rows;
    const first = step.rows[0];
    const at = Array.isArray(first) ? first[0] : first;
    if (at !== undefined) this.firstRow = Math.min(this.firstRow ?? at, at);
    return inverse;
  }
}

function countEdited(rows: TableRow[]): number {
  return rows.reduce((sum, { edited }) => sum + (edited ? Object.keys(edited).length : 0), 0);
}

function charsOf(rows: TableRow[]): number {
  return rows.reduce((sum, { cells }) => sum + cells.reduce((of, { length }) => of + length, 0), 0);
}

/** @throws AppError INVALID_INPUT (tableTooLong) when it grew beyond what a server can write and read at once */
function requireLength(before: TableRow[], after: TableRow[]): void {
  const actual = charsOf(after);
  if (actual <= TABLE_MAX_CHARS || actual <= charsOf(before)) return;
  throw refusal('text', 'tableTooLong', { max: TABLE_MAX_CHARS, actual });
}

type Result = { editing: Editing; history: History; changed: number };

/** Keeps the table as it is now. */
async function keep(
  actor: Actor,
  opened: Opened,
  { editing, history, changed }: Result,
): Promise<EditedTable> {
  const { draft, table, origin, findings, edits: before = NO_EDITS } = opened;
  const { rows, removed, firstRow } = editing;
  requireLength(table.rows, rows);
  const edits = {
    ...{ cells: countEdited(rows), removed: before.removed + removed },
    ...{ undo: history.undo.length, redo: history.redo.length },
  };
  const edited = { columns: table.columns, rows };
  const read = { table: edited, origin, findings: damageLeft(findings, edited), edits };
  const tableKey = await replaceTable(actor, draft, { written: await writeTable(read), history });
  return { version: versionOf(tableKey), rowCount: rows.length, edits, changed, firstRow };
}

function unchanged({ draft, table, edits = NO_EDITS }: Opened): EditedTable {
  const version = versionOf(draft.tableKey);
  return { version, rowCount: table.rows.length, edits, changed: 0, firstRow: null };
}

/** What it takes to undo, with what was just done on top, or inside of the last entry when that goes on. */
function withEntries(history: History, entries: Entry[], isContinued: boolean): History {
  const last = history.undo.at(-1);
  if (!isContinued || !last) return { undo: shortened([...history.undo, ...entries]), redo: [] };
  // The newest is taken back first.
  const joined = [...entries.toReversed().flat(), ...last];
  return { undo: shortened([...history.undo.slice(0, -1), joined]), redo: [] };
}

/**
 * Makes a change, unless it was made already: who got no answer sends it again, against the version of before.
 * @throws AppError as the change does
 */
async function once(
  actor: Actor,
  { batchId, changeId }: Pick<UndoInput, 'batchId' | 'changeId'>,
  change: () => Promise<EditedTable>,
): Promise<EditedTable> {
  try {
    return await change();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'TABLE_CHANGED' || !changeId) throw error;
    const now = await openDraft(actor, batchId);
    if ((await loadHistory(now.draft.tableKey)).changeId === changeId) return unchanged(now);
    throw error;
  }
}

/**
 * Changes cells of a draft's table, takes rows out, or adds some. Each edit can be undone by itself. What was edited stays marked
 * with what was read, and the next check judges the table as it is then. No audit row: a sheet that saves itself would fill
 * the log, and the start says how much was edited.
 * @throws AppError FORBIDDEN, NOT_FOUND, BATCH_STARTED, INVALID_INPUT (outside of the table, cellTooLong, noRows,
 *   tooManyRows, tableTooLong), TABLE_CHANGED when somebody changed it since `version`
 */
export async function editDraft(actor: Actor, input: EditDraftInput): Promise<EditedTable> {
  requirePermission(actor, 'batches.write');
  const asked = parseInput(editDraftSchema, input);
  return once(actor, asked, () => edit(actor, asked));
}

async function edit(actor: Actor, asked: EditDraftInput): Promise<EditedTable> {
  const { batchId, version, edits, isContinued = false, changeId } = asked;
  const opened = await openVersion(actor, batchId, version);
  const editing = new Editing(opened.table.rows);
  const entries: Entry[] = [];
  let changed = 0;
  for (const edit of edits) {
    const found = stepOfEdit({ columns: opened.table.columns, rows: editing.rows }, edit);
    if (found.changed === 0) continue;
    changed += found.changed;
    entries.push([editing.take(found.step)]);
    await setImmediate();
  }
  if (entries.length === 0) return unchanged(opened);
  const history = withEntries(await loadHistory(opened.draft.tableKey), entries, isContinued);
  return keep(actor, opened, { editing, history: { ...history, changeId }, changed });
}

/**
 * Takes back the last edit, or does it again.
 * @returns as `editDraft`; nothing changes when there is nothing to take back
 * @throws AppError as `editDraft`
 */
export async function undoEdit(actor: Actor, input: UndoInput): Promise<EditedTable> {
  requirePermission(actor, 'batches.write');
  const asked = parseInput(undoSchema, input);
  return once(actor, asked, () => takeBack(actor, asked));
}

async function takeBack(actor: Actor, { batchId, version, way, changeId }: UndoInput): Promise<EditedTable> {
  const opened = await openVersion(actor, batchId, version);
  const history = await loadHistory(opened.draft.tableKey);
  const entry = history[way].at(-1);
  if (!entry) return unchanged(opened);
  const editing = new Editing(opened.table.rows);
  const back = entry.map((step) => editing.take(step)).toReversed();
  const [from, to] = way === 'undo' ? (['undo', 'redo'] as const) : (['redo', 'undo'] as const);
  const after = { ...history, changeId, [from]: history[from].slice(0, -1), [to]: [...history[to], back] };
  const changed = entry.reduce((sum, step) => sum + step.rows.length, 0);
  return keep(actor, opened, { editing, history: after, changed });
}
