import type { Operation } from './changes';

/** Texts that were put and are not yet in the rows that are shown, by `row:column`; `version` is the first that has them. */
export type Pending = ReadonlyMap<string, { text: string; version?: string | undefined }>;

/** What is pasted beyond that is shown once it is kept. */
const SHOWN_CELLS = 2_000;
const VERSIONS = 100;

export const cellKey = (row: number, column: number) => `${row}:${column}`;

function cellsOf(operation: Operation): [string, string][] {
  if (operation.kind !== 'edit') return [];
  return operation.edits.flatMap((edit): [string, string][] =>
    edit.kind === 'put'
      ? edit.cells.flatMap((texts, row) =>
          texts.map((text, column): [string, string] => [cellKey(edit.top + row, edit.left + column), text]),
        )
      : [],
  );
}

/** With what was just put. After another kind of change rows stand elsewhere: only what is still to be sent is shown over them. */
export function pendingOf(before: Pending, operation: Operation): Pending {
  const isPut = operation.kind === 'edit' && operation.edits.every(({ kind }) => kind === 'put');
  if (!isPut) return new Map([...before].filter(([, { version }]) => version === undefined));
  const cells = cellsOf(operation);
  if (cells.length > SHOWN_CELLS) return before;
  return new Map([...before, ...cells.map(([key, text]) => [key, { text }] as const)]);
}

/** What one version has now; a text that was put over it since is still to come. */
export function settled(before: Pending, operation: Operation, version: string): Pending {
  const after = new Map(before);
  for (const [key, text] of cellsOf(operation))
    if (after.get(key)?.text === text) after.set(key, { text, version });
  return after;
}

/** Without what was refused. */
export function withdrawn(before: Pending, refused: Operation[]): Pending {
  const after = new Map(before);
  for (const [key, text] of refused.flatMap(cellsOf)) {
    const found = after.get(key);
    if (found?.text === text && found.version === undefined) after.delete(key);
  }
  return after;
}

/** The versions that this sheet made, the newest last. */
export function inOwnOrder(own: string[], version: string): string[] {
  return own.includes(version) ? own : [...own, version].slice(-VERSIONS);
}

/** The text over a cell of rows of this version, where they do not have it yet. */
export function shownOver(
  pending: Pending,
  key: string,
  { own, version }: { own: string[]; version: string | undefined },
): string | undefined {
  const found = pending.get(key);
  if (!found) return undefined;
  const isThere =
    found.version !== undefined &&
    version !== undefined &&
    own.indexOf(version) >= own.indexOf(found.version);
  return isThere ? undefined : found.text;
}
