import type { BatchPlan, FieldSource } from '@/lib/batches/plan/plan';
import { readTemplate } from '@/lib/batches/plan/read-template';
import type { Code } from '@/lib/db/generated/client';
import { decoded } from '@/lib/purposes/build';
import type { PlannedParameters } from './replaced';

const SENT = ['scene', 'path', 'page'] as const;

type Cells = Record<string, string>;
type Row = { columns: Cells; parameters: PlannedParameters };
type Named = Pick<Code, (typeof SENT)[number] | 'name'>;

/** `isOutdated`: a cell may say what the code no longer is. */
export type CurrentCells = { columns: Cells; isOutdated: boolean };

/** Values by the names of columns. */
type Reading = Map<string, string>;

function decode(read: Reading): Reading | null {
  const plain = [...read].map(([column, value]) => [column, decoded(value)] as const);
  const isPlain = plain.every((pair): pair is [string, string] => pair[1] !== null);
  return isPlain ? new Map(plain) : null;
}

/** What a text says of the columns that it was made of. @returns null where nobody can tell */
function readSource(source: FieldSource, text: string, names: readonly string[]): Reading | null {
  if (source.from === 'fixed') return new Map();
  if (source.encode === 'base64url') return null;
  if (source.from === 'column') return new Map([[names[source.column] ?? '', text]]);
  const read = readTemplate(source.template, text);
  return read && source.encode === 'percent' ? decode(read) : read;
}

/** A cell that says more than was sent, such as `12 号桌`, keeps the rest. */
function changed(cell: string, before: string, after: string): string {
  const parts = before === '' ? [] : cell.split(before);
  return parts.length === 2 ? parts.join(after) : after;
}

type Change = { before: Reading; after: Reading } | null;

/** What a parameter said of the columns, and what it says in the new code; null where it has changed and cannot be read. */
function readChange(source: FieldSource | undefined, [was, is]: [string, string], names: string[]): Change {
  if (!source) return { before: new Map(), after: new Map() };
  const before = readSource(source, was, names);
  const after = readSource(source, is, names);
  if (before && after) return { before, after };
  return was === is ? { before: new Map(), after: new Map() } : null;
}

/**
 * The cells of a row whose code was replaced, as if it had been made of them: what the new code holds, and what it is called,
 * is read back into the columns.
 */
export function currentCells({ fields }: Pick<BatchPlan, 'fields'>, row: Row, code: Named): CurrentCells {
  const names = Object.keys(row.columns);
  const changes = SENT.map((field) =>
    readChange(fields[field], [row.parameters[field] ?? '', code[field] ?? ''], names),
  );
  const told = changes.flatMap((change) =>
    [...(change?.after ?? [])].map(([column, value]): [string, string] => [
      column,
      changed(row.columns[column] ?? '', change?.before.get(column) ?? '', value),
    ]),
  );
  // A name of somebody's own says nothing. What is sent is sure, and goes over what it is called.
  const called = (fields.name && readSource(fields.name, code.name, names)) ?? [];
  return {
    columns: { ...row.columns, ...Object.fromEntries([...called, ...told]) },
    isOutdated: changes.includes(null),
  };
}
