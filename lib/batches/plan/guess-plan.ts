import { DEFAULT_LOOK, ROW_FIELDS, type BatchPlan, type FieldSource, type RowField } from './plan';
import { isLink, isPath, isQuery, mostly, type Column } from './columns';
import { guessName } from './guess-name';
import { guessByPurpose, type AskedFor, type ByPurpose, type Written } from './guess-purpose';
import { fromColumn, fromColumns, guessScene, subjectOf } from './guess-scene';
import { columnsOfTemplate } from './template';
import { readsAs, isLookField } from '@/lib/batches/check/row-look';
import { widthFor } from '@/lib/wechat/rules/print-sizes';

type Named = Partial<Record<RowField, Column>>;

const isPageLink = (value: string) => isPath(value) || (isLink(value) && /[/=]pages?\//.test(value));

/** A width of a code, and not of what the code is on. */
const isWidth = (value: string) => /^\d{3,4}\s*(?:px|像素)?$/i.test(value);
const isColor = (value: string) =>
  /^#?[0-9a-f]{6}$|^#[0-9a-f]{3}$|\d+\s*[,，]\s*\d+\s*[,，]\s*\d+/i.test(value);

/** Whether the values bear out a name that means something else just as often, such as `颜色` or `链接`. */
function isBorneOut(field: RowField, column: Column, columns: Column[]): boolean {
  const { values, fits, distinct } = column;
  // Half of a short list may be mistakes, as long as the others are no accident.
  const isTold = fits || values.filter(isQuery).length * 2 >= values.length;
  if (field === 'scene') return isTold && distinct > 0.5;
  if (field === 'path') return mostly(values, isPageLink);
  if (field === 'width') return mostly(values, isWidth);
  if (field === 'lineColor')
    return values.some(isColor) || !columns.some((other) => subjectOf(other) === 'product');
  return isLookField(field) && values.some((value) => readsAs(field, value));
}

/** Each field by the first column that is called by it and is not empty; a telling name before one that may mean more. */
function byMeaning(columns: Column[]): Named {
  const found: Named = {};
  for (const isWeak of [false, true])
    for (const column of columns) {
      const { meaning, distinct } = column;
      if (meaning?.kind !== 'field' || meaning.isWeak !== isWeak || distinct === 0) continue;
      if (!isWeak || isBorneOut(meaning.field, column, columns)) found[meaning.field] ??= column;
    }
  return found;
}

/** Whether the paths are whole ones: with a query that says something else in each row. */
function isWhole({ values, distinct }: Column, scene: Column[]): boolean {
  return values.some((value) => value.includes('?')) && (distinct > 0.5 || scene.length === 0);
}

function sourcesOf(columns: Partial<Record<RowField, Column[] | undefined>>): BatchPlan['fields'] {
  const fields: BatchPlan['fields'] = {};
  for (const field of ROW_FIELDS) {
    const source = sourceOf(columns[field] ?? []);
    if (source) fields[field] = source;
  }
  return fields;
}

function sourceOf(columns: Column[]): FieldSource | undefined {
  const [first, ...rest] = columns;
  return first && (rest.length > 0 ? fromColumns(columns) : fromColumn(first));
}

const same = (left: Column[], right: Column[]) =>
  left.length === right.length && left.every((column) => right.includes(column));

/** `物料描述` beside `物料编号` is what people call it by where nothing else is, and no note then. */
function labelsOf(
  columns: Column[],
  scene: Column[],
  note: Column | undefined,
): { name: Column[]; note: Column[] } {
  const name = guessName(columns, scene);
  if (note === undefined) return { name, note: [] };
  const isDescription = /描述|desc/i.test(note.name) && note.distinct > 0.8 && !note.fits;
  return name.length === 0 && isDescription ? { name: [note], note: [] } : { name, note: [note] };
}

/**
 * `byPurpose`: the fields that are written as the form of a purpose writes them; `leaving`: these, where rows go without
 * whatever optional cell is empty, as far as that can be.
 */
export type GuessedPlan = { plan: BatchPlan; byPurpose: RowField[]; leaving: BatchPlan['fields'] };

/** Scene and name of a purpose's form; a name that the table has of its own stays. */
function fieldsOf(written: Written | null, ownName: Column[]): BatchPlan['fields'] {
  if (written === null) return {};
  const { scene, name } = written;
  const isNamed = name !== null && ownName.every((column) => name.columns.includes(column));
  return {
    scene: { from: 'template', template: scene },
    ...(isNamed && { name: { from: 'template', template: name.template } }),
  };
}

/** `leaving` is none where a field could not be written so: its rows would stay without it. */
function readPurpose(
  made: ByPurpose | null,
  ownName: Column[],
): Record<'written' | 'leaving', BatchPlan['fields']> {
  const written = fieldsOf(made, ownName);
  const leaving = fieldsOf(made?.leaving ?? null, ownName);
  const isWhole = ROW_FIELDS.every((field) => !written[field] || leaving[field]);
  return { written, leaving: isWhole ? leaving : {} };
}

/** The columns that a source puts into a scene. */
function sentBy(source: FieldSource | undefined, columns: Column[]): Column[] {
  if (source?.from === 'column') return columns.filter(({ index }) => index === source.column);
  if (source?.from !== 'template') return [];
  const sent = columnsOfTemplate(source.template);
  return columns.filter(({ name }) => sent.includes(name));
}

/** What counts its tables in every row was not mistyped: the scene takes their numbers without a press. */
function mended(fields: BatchPlan['fields'], columns: Column[]): Pick<BatchPlan, 'fields' | 'mends'> {
  const isCounted = sentBy(fields.scene, columns).some((column) => column.isCounted);
  return { fields, ...(isCounted && { mends: ['scene'] }) };
}

/** The page that the purpose proposes, the same for all rows. */
function pageOf(made: ByPurpose | null): BatchPlan['fields'] {
  const page = made?.purpose.page ?? '';
  return page === '' ? {} : { page: { from: 'fixed', value: page } };
}

/** As large as the form of the purpose makes it. */
function lookOf(made: ByPurpose | null): BatchPlan['look'] {
  return made ? { ...DEFAULT_LOOK, width: widthFor(made.purpose.printCm) } : DEFAULT_LOOK;
}

/**
 * A first mapping, from what the columns are called (Chinese and English) and from what stands in them. A whole path with
 * a query asks for `getwxacode`; everything else for the unlimited one.
 * @param purposes those that codes are made for, whose forms say how a scene is written
 */
export function guessPlan(columns: Column[], purposes: AskedFor[]): GuessedPlan {
  const named = byMeaning(columns);
  const asked = Object.entries(named).map(([field, column]): [string, Column[]] => [field, [column]]);
  const rest = columns.filter((column) => !Object.values(named).includes(column));
  const { scene: namedScene, path, page, ...others } = named;
  const common = { look: DEFAULT_LOOK, policy: 'all' as const };
  if (
    path &&
    !namedScene &&
    isWhole(
      path,
      guessScene(rest).filter(({ distinct }) => distinct === 1),
    )
  ) {
    const fields = sourcesOf({ ...Object.fromEntries(asked), path: [path], name: guessName(rest, []) });
    const { scene: _scene, page: _page, checkPath: _check, ...kept } = fields;
    return { plan: { endpoint: 'getwxacode', fields: kept, ...common }, byPurpose: [], leaving: {} };
  }
  const scene = namedScene ? [namedScene] : guessScene(rest);
  const { name, note } = labelsOf(rest, scene, others.note);
  const isNew = !same(name, scene);
  // Beside a scene, a path is the page that it opens.
  const opened = page ?? path;
  const fields = sourcesOf({
    ...Object.fromEntries(Object.entries(others).map(([field, column]) => [field, [column]])),
    ...{ scene, page: opened ? [opened] : [], name: isNew ? name : [], note },
  });
  const made = namedScene ? null : guessByPurpose(purposes, rest, scene);
  const { written, leaving } = readPurpose(made, name);
  const all = { ...pageOf(made), ...fields, ...written };
  return {
    plan: { endpoint: 'getwxacodeunlimit', ...mended(all, rest), ...common, look: lookOf(made) },
    byPurpose: ROW_FIELDS.filter((field) => written[field]),
    leaving,
  };
}
