import { setImmediate } from 'node:timers/promises';
import type { AppSummary } from '@/lib/apps/queries';
import { codeLabelsSchema } from '@/lib/codes/generate/schema';
import type { RowVerdict } from '@/lib/db/generated/enums';
import { AppError, type FieldIssue } from '@/lib/errors';
import { fieldIssues } from '@/lib/validation';
import { fingerprint as fingerprintOf } from '@/lib/wechat/call/fingerprint';
import { codeParametersSchema, type CodeParameters } from '@/lib/wechat/rules/parameters';
import { ENDPOINT_FIELDS, requiredField, type BatchPlan, type RowField } from '@/lib/batches/plan/plan';
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
};

type App = Pick<AppSummary, 'appId' | 'pathMaxBytes'>;
type CompiledPlan = { plan: BatchPlan; resolvers: Map<RowField, Resolver> };

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
  return { plan, resolvers };
}

type Texts = {
  of: (field: RowField) => string;
  plain: (field: RowField) => string;
  look: [LookField, string][];
  issues: FieldIssue[];
};

function resolveRow(resolvers: Map<RowField, Resolver>, cells: string[]): Texts {
  const texts = new Map<RowField, Resolved>();
  const look: [LookField, string][] = [];
  const issues: FieldIssue[] = [];
  for (const [field, resolve] of resolvers) {
    const resolved = resolve(cells);
    texts.set(field, resolved);
    if (isLookField(field)) look.push([field, resolved.text]);
    issues.push(...resolved.issues);
  }
  const of = (field: RowField) => texts.get(field)?.text ?? '';
  return { of, plain: (field) => texts.get(field)?.plain ?? of(field), look, issues };
}

/** The first issue of a field says why; what the schema says of the same field after it only repeats that. */
function firstOfEach(issues: FieldIssue[]): FieldIssue[] {
  return issues.filter(
    ({ field }, index) => issues.findIndex((other) => fieldOf(other.field) === fieldOf(field)) === index,
  );
}

/** `lineColor.r` is a matter of lineColor. */
const fieldOf = (path: string) => path.split('.', 1)[0];

type Schema = ReturnType<typeof codeParametersSchema>;

function judgeRow({ plan, resolvers }: CompiledPlan, row: TableRow, schema: Schema) {
  const { of, plain, look: lookTexts, issues } = resolveRow(resolvers, row.cells);
  const { look, issues: lookIssues } = readLook(lookTexts, plan.look);
  const { endpoint } = plan;
  const required = requiredField(endpoint);
  const parsed = schema.safeParse(
    { endpoint, scene: of('scene'), path: of('path'), page: of('page'), ...look },
    { reportInput: true },
  );
  const labels = codeLabelsSchema.safeParse({ name: of('name'), note: of('note') }, { reportInput: true });
  const all = firstOfEach([
    ...issues,
    ...lookIssues,
    ...(parsed.success ? [] : fieldIssues(parsed.error)),
    ...(labels.success ? [] : fieldIssues(labels.error)),
  ]);
  const parameters = parsed.success && all.length === 0 ? parsed.data : null;
  const name = of('name') || plain(required);
  return { target: of(required), parameters, issues: all, name, note: of('note') };
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
