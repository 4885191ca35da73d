import { SCENE_MAX_CHARS, SCENE_PATTERN } from '@/lib/wechat/rules/limits';
import { fieldOfHeader } from '@/lib/batches/table/header-words';
import { DEFAULT_LOOK, ROW_FIELDS, type BatchPlan, type FieldSource, type RowField } from './plan';
import type { Table } from '@/lib/batches/table/table';

const PROBE_ROWS = 1_000;
/** More columns than these in one scene is no guess any more. */
const JOINED_MAX = 3;

type Column = { index: number; name: string; kind: RowField | 'subject' | null; values: string[] };

function columnsOf({ columns, rows }: Table): Column[] {
  const probe = rows.slice(0, PROBE_ROWS);
  return columns.map((name, index) => ({
    index,
    name,
    kind: fieldOfHeader(name),
    values: probe.map(({ cells }) => (cells[index] ?? '').trim()),
  }));
}

const isPath = (value: string) => /^\/?(?:pages?|sub\w*|packages?)\/[\w\-./]+(?:\?.*)?$/i.test(value);
const isScene = (value: string) => value.length <= SCENE_MAX_CHARS && SCENE_PATTERN.test(value);
const isUnique = (values: string[]) => new Set(values).size === values.length;

function mostly(values: string[], test: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(test).length * 10 > filled.length * 9;
}

const fromColumn = ({ index }: Column): FieldSource => ({ from: 'column', column: index });

type Named = Partial<Record<RowField, Column>>;

/** Each field by the first column that is called by it. */
function byHeader(columns: Column[]): Named {
  const found: Named = {};
  for (const column of columns) if (column.kind && column.kind !== 'subject') found[column.kind] ??= column;
  return found;
}

/** Columns that only together tell the rows apart, such as store and table. */
function joined(columns: Column[]): FieldSource | undefined {
  const parts = columns
    .filter(({ values, name }) => mostly(values, isScene) && !/[{}]/.test(name))
    .slice(0, JOINED_MAX);
  const together = parts[0]?.values.map((_, row) => parts.map(({ values }) => values[row]).join('-')) ?? [];
  if (parts.length < 2 || !isUnique(together) || !mostly(together, isScene)) return undefined;
  return { from: 'template', template: parts.map(({ name }) => `{${name}}`).join('-') };
}

/** What tells the rows apart, where no column is called a scene: by what rows are about, else by any column. */
function guessScene(columns: Column[]): FieldSource | undefined {
  const subjects = columns.filter(({ kind }) => kind === 'subject');
  const others = columns.filter(({ kind }) => kind === null || kind === 'name');
  const single = [...subjects, ...others].find(({ values }) => mostly(values, isScene) && isUnique(values));
  const pair = joined(subjects) ?? joined([...subjects, ...others]);
  const first = subjects[0] ?? others[0];
  return single ? fromColumn(single) : (pair ?? (first && fromColumn(first)));
}

/** A column that people read rather than phones: `门店名称` beside `门店编号`. */
function guessName(columns: Column[], taken: FieldSource | undefined): Column | undefined {
  const takenColumn = taken?.from === 'column' ? taken.column : -1;
  const subjects = columns.filter(({ kind, index }) => kind === 'subject' && index !== takenColumn);
  return subjects.find(({ values }) => isUnique(values));
}

/** The column of paths, and whether they are whole ones, with a query. */
function guessPath(columns: Column[], named: Named): { column: Column | undefined; isWhole: boolean } {
  const column = named.path ?? columns.find(({ kind, values }) => kind === null && mostly(values, isPath));
  return { column, isWhole: column?.values.some((value) => value.includes('?')) ?? false };
}

function sourcesOf(columns: Partial<Record<RowField, Column | undefined>>): BatchPlan['fields'] {
  const fields: BatchPlan['fields'] = {};
  for (const field of ROW_FIELDS) {
    const column = columns[field];
    if (column) fields[field] = fromColumn(column);
  }
  return fields;
}

/**
 * A first mapping, from what the columns are called (Chinese and English) and from what stands in them. A whole path with
 * a query asks for `getwxacode`; everything else for the unlimited one.
 */
export function guessPlan(table: Table): BatchPlan {
  const columns = columnsOf(table);
  const named = byHeader(columns);
  const { column: path, isWhole } = guessPath(columns, named);
  const common = { look: DEFAULT_LOOK, policy: 'all' as const };
  if (path && isWhole && !named.scene) {
    const name = named.name ?? guessName(columns, undefined);
    const { scene: _scene, page: _page, checkPath: _check, ...fields } = sourcesOf({ ...named, path, name });
    return { endpoint: 'getwxacode', fields, ...common };
  }
  // Beside a scene, a path without a query is the page that it opens.
  const page = named.page ?? (isWhole ? undefined : path);
  const rest = columns.filter((column) => column !== path && column !== page);
  const scene = named.scene ? fromColumn(named.scene) : guessScene(rest);
  const name = named.name ?? guessName(rest, scene);
  const { path: _path, ...fields } = sourcesOf({ ...named, page, name });
  return { endpoint: 'getwxacodeunlimit', fields: { ...fields, ...(scene ? { scene } : {}) }, ...common };
}
