import { setImmediate } from 'node:timers/promises';
import type { AppSummary } from '@/lib/apps/queries';
import { codeLabelsSchema } from '@/lib/codes/generate/schema';
import type { RowVerdict } from '@/lib/db/generated/enums';
import { AppError, type FieldIssue } from '@/lib/errors';
import { fieldIssues } from '@/lib/validation';
import { fingerprint as fingerprintOf } from '@/lib/wechat/call/fingerprint';
import { isSceneText } from '@/lib/wechat/rules/limits';
import { codeParametersSchema, type CodeParameters } from '@/lib/wechat/rules/parameters';
import { ENDPOINT_FIELDS, requiredField, type BatchPlan, type RowField } from '@/lib/batches/plan/plan';
import { hasPageSuffix, isLink, mend, type Mended } from './mend';
import { resolverOf, type Resolved, type Resolver } from './resolve-field';
import { isLookField, readLook, type LookField } from './row-look';
import type { Table, TableRow } from '@/lib/batches/table/table';

/** What can be said of a row from the table alone; whether its code exists already, the database says (dry-run.ts). */
export type JudgedRow = {
  /** 1 for the first row of data. */
  rowNumber: number;
  line: number;
  verdict: RowVerdict;
  name: string;
  note: string;
  /** Scene or path as the row makes it, also when it is invalid. */
  target: string;
  /** Null for a row that is not made. */
  parameters: CodeParameters | null;
  fingerprint: string | null;
  issues: FieldIssue[];
  /** Values that have one cure, whether the plan applies it or not; left out where there are none. */
  mends?: RowMend[];
};

/** A value as it was written and as it is meant; `dropped` is the query that a page loses and no scene takes. */
export type RowMend = { field: RowField; before: string } & Mended;

type App = Pick<AppSummary, 'appId' | 'pathMaxBytes'>;
type CompiledPlan = {
  plan: BatchPlan;
  columns: string[];
  resolvers: Map<RowField, Resolver>;
  applied: ReadonlySet<RowField>;
};

/** Others are served after so many rows. */
const ROWS_AT_A_TIME = 1_000;

/** @throws AppError INVALID_INPUT: a field that is missing, or a source that does not fit the table's columns */
function compile(plan: BatchPlan, columns: string[]): CompiledPlan {
  const issues: FieldIssue[] = [];
  const resolvers = new Map<RowField, Resolver>();
  for (const field of ENDPOINT_FIELDS[plan.endpoint]) {
    const source = plan.fields[field];
    if (!source) continue;
    const resolver = resolverOf(source, { field, columns });
    if (Array.isArray(resolver)) issues.push(...resolver);
    else resolvers.set(field, resolver);
  }
  const required = requiredField(plan.endpoint);
  if (!plan.fields[required]) issues.push({ field: required, key: 'batchIssues.fieldMissing', values: {} });
  if (issues.length > 0) throw new AppError('INVALID_INPUT', { issues });
  return { plan, columns, resolvers, applied: new Set(plan.mends) };
}

type Texts = {
  of: (field: RowField) => string;
  plain: (field: RowField) => string;
  look: [LookField, string][];
  issues: FieldIssue[];
  mends: RowMend[];
};

/** A query that a mended page has lost becomes the scene, where the row has none and it may be one. */
function keepQuery(texts: Map<RowField, Resolved>, mended: RowMend): void {
  const { dropped } = mended;
  if (dropped === '' || texts.get('scene')?.text !== '' || !isSceneText(dropped)) return;
  texts.set('scene', { text: dropped, issues: [] });
  mended.dropped = '';
}

function resolveRow({ resolvers, applied }: CompiledPlan, row: TableRow): Texts {
  const texts = new Map<RowField, Resolved>();
  const look: [LookField, string][] = [];
  const issues: FieldIssue[] = [];
  const mends: RowMend[] = [];
  for (const [field, resolve] of resolvers) {
    const resolved = resolve(row);
    const { text: before } = resolved;
    const mended = resolved.issues.length === 0 ? mend(field, before) : null;
    const text = mended && applied.has(field) ? mended.after : before;
    texts.set(field, text === before ? resolved : { text, issues: [] });
    if (mended) mends.push({ field, before, ...mended });
    if (isLookField(field)) look.push([field, text]);
    issues.push(...resolved.issues);
  }
  for (const mended of mends) if (applied.has(mended.field)) keepQuery(texts, mended);
  const of = (field: RowField) => texts.get(field)?.text ?? '';
  return { of, plain: (field) => texts.get(field)?.plain ?? of(field), look, issues, mends };
}

/** The first issue of a field says why; what the schema says of the same field after it only repeats that. */
function firstOfEach(issues: FieldIssue[]): FieldIssue[] {
  return issues.filter(
    ({ field }, index) => issues.findIndex((other) => fieldOf(other.field) === fieldOf(field)) === index,
  );
}

/** An empty cell that stands in several fields is wrong once: in the first of them. */
function onceForEachCell(issues: FieldIssue[], emptyColumn: string | undefined): FieldIssue[] {
  const said = new Set<unknown>([emptyColumn]);
  return issues.filter(({ key, values: { column } }) => {
    if (key !== 'batchIssues.emptyCell') return true;
    const isNew = !said.has(column);
    said.add(column);
    return isNew;
  });
}

/** The column that is all of scene or path, where its cell is empty. */
function emptyTarget({ plan, columns }: CompiledPlan, of: Texts['of']): string | undefined {
  const required = requiredField(plan.endpoint);
  const source = plan.fields[required];
  return source?.from === 'column' && of(required) === '' ? columns[source.column] : undefined;
}

/** `lineColor.r` is a matter of lineColor. */
const fieldOf = (path: string) => path.split('.', 1)[0];

/** What the rules of a single code let pass, and a table is full of: links and `.html` where a page is meant. */
function linkIssues(of: Texts['of']): FieldIssue[] {
  return (['page', 'path'] as const).flatMap((field): FieldIssue[] => {
    const text = of(field);
    if (isLink(text)) return [{ field, key: 'batchIssues.pageLink', values: {} }];
    return field === 'page' && hasPageSuffix(text)
      ? [{ field, key: 'batchIssues.pageSuffix', values: {} }]
      : [];
  });
}

type Schema = ReturnType<typeof codeParametersSchema>;

function judgeRow(compiled: CompiledPlan, row: TableRow, schema: Schema) {
  const { plan } = compiled;
  const { of, plain, look: lookTexts, issues, mends } = resolveRow(compiled, row);
  const { look, issues: lookIssues } = readLook(lookTexts, plan.look);
  const { endpoint } = plan;
  const required = requiredField(endpoint);
  const parsed = schema.safeParse(
    { endpoint, scene: of('scene'), path: of('path'), page: of('page'), ...look },
    { reportInput: true },
  );
  const labels = codeLabelsSchema.safeParse({ name: of('name'), note: of('note') }, { reportInput: true });
  const found = firstOfEach([
    ...issues,
    ...lookIssues,
    ...linkIssues(of),
    ...(parsed.success ? [] : fieldIssues(parsed.error)),
    ...(labels.success ? [] : fieldIssues(labels.error)),
  ]);
  const all = onceForEachCell(found, emptyTarget(compiled, of));
  const parameters = parsed.success && all.length === 0 ? parsed.data : null;
  const name = of('name') || plain(required);
  return {
    target: of(required),
    parameters,
    issues: all,
    name,
    note: of('note'),
    ...(mends.length > 0 && { mends }),
  };
}

/**
 * Judges every row by the rules of a single code. Each row with parameters is `new` or, when an earlier row has the very
 * same ones, `duplicate` (its issue names that line); everything else is `invalid` with the reasons.
 * @throws AppError INVALID_INPUT when the plan does not fit the table
 */
export async function judgeRows(app: App, table: Table, plan: BatchPlan): Promise<JudgedRow[]> {
  const compiled = compile(plan, table.columns);
  const schema = codeParametersSchema({ pathMaxBytes: app.pathMaxBytes });
  const lines = new Map<string, number>();
  const judged: JudgedRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await setImmediate();
    const base = { rowNumber: index + 1, line: row.line, ...judgeRow(compiled, row, schema) };
    if (!base.parameters) {
      judged.push({ ...base, verdict: 'invalid', fingerprint: null });
      continue;
    }
    const fingerprint = fingerprintOf(app.appId, base.parameters);
    const line = lines.get(fingerprint);
    if (line === undefined) lines.set(fingerprint, row.line);
    judged.push(line === undefined ? { ...base, verdict: 'new', fingerprint } : repeated(base, plan, line));
  }
  return judged;
}

function repeated(
  row: Omit<JudgedRow, 'verdict' | 'fingerprint'>,
  { endpoint }: BatchPlan,
  line: number,
): JudgedRow {
  const issues: FieldIssue[] = [
    { field: requiredField(endpoint), key: 'batchIssues.duplicate', values: { line } },
  ];
  return { ...row, verdict: 'duplicate', parameters: null, fingerprint: null, issues };
}
