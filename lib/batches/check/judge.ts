import { setImmediate } from 'node:timers/promises';
import type { DeclaredPage } from '@/lib/apps/parameters/declaration';
import type { AppSummary } from '@/lib/apps/queries';
import { CODE_NAME_MAX_CHARS } from '@/lib/codes/limits';
import { codeLabelsSchema } from '@/lib/codes/generate/schema';
import type { RowVerdict } from '@/lib/db/generated/enums';
import type { FieldIssue } from '@/lib/errors';
import { fieldIssues } from '@/lib/validation';
import { fingerprint as fingerprintOf } from '@/lib/wechat/call/fingerprint';
import { codeParametersSchema, type CodeParameters } from '@/lib/wechat/rules/parameters';
import { isLivePlan, LABELS, ROW_FIELDS, targetField, type BatchPlan } from '@/lib/batches/plan/plan';
import { judgeLive, KEY_TO_COME, printOfLive, withoutKey, type RowLive } from './judge-live';
import { likeOthers } from './like-others';
import { hasPageSuffix, isLink } from './mend';
import { findRepeats, repeatIssue, type Repeats, type Wish } from './repeats';
import { compile, resolveRow, type CompiledPlan, type RowMend, type RowTexts } from './resolve-row';
import { readLook } from './row-look';
import type { Table, TableRow } from '@/lib/batches/table/table';

/** What can be said of a row from the table alone; whether its code exists already, the database says (dry-run.ts). */
export type JudgedRow = {
  /** 1 for the first row of data. */
  rowNumber: number;
  line: number;
  verdict: RowVerdict;
  name: string;
  note: string;
  /** Scene or path as the row makes it, or the parameters of a live code; also when it is invalid. */
  target: string;
  /** Null for a row that is not made. */
  parameters: CodeParameters | null;
  /** Null also for a live code that has no key yet. */
  fingerprint: string | null;
  /** What a live code leads to; null for other codes, and for a row that is not made. */
  live: RowLive | null;
  issues: FieldIssue[];
  /** Values that have one cure, whether the plan applies it or not; left out where there are none, and where it does not help. */
  mends?: RowMend[];
};

type App = Pick<AppSummary, 'appId' | 'pathMaxBytes'> & { declared?: readonly DeclaredPage[] };

/** Others are served after so many rows. */
const ROWS_AT_A_TIME = 1_000;

/** `lineColor.r` is a matter of lineColor. */
const fieldOf = (path: string) => path.split('.', 1)[0];

/** Beside an empty cell another one may be wrong; of a value that cannot be told, the rules only say that again. */
const leavesRest = ({ key }: FieldIssue) =>
  key === 'batchIssues.emptyCell' || key === 'batchIssues.pageSuffix';

/** Empty and damaged cells are mended one by one; three parts of a color have one range. */
const causeOf = ({ field, key, values }: FieldIssue) => `${fieldOf(field)} ${key} ${values.column ?? ''}`;

/** All mistakes of a row: what its cells say, and what the rules of a single code say beside that; each cause once. */
function withRules(found: FieldIssue[], rules: FieldIssue[], of: RowTexts['of']): FieldIssue[] {
  const isEmpty = (path: string) => ROW_FIELDS.some((field) => field === fieldOf(path) && of(field) === '');
  const isTold = ({ field: path }: FieldIssue) =>
    found.some((issue) => fieldOf(issue.field) === fieldOf(path) && (isEmpty(path) || !leavesRest(issue)));
  const all = [...found, ...rules.filter((rule) => !isTold(rule))];
  return all.filter((issue, index) => all.findIndex((other) => causeOf(other) === causeOf(issue)) === index);
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

/** The column that is all of scene or path, where its cell is empty: the rules say so. */
function emptyTarget({ plan, columns }: CompiledPlan, of: RowTexts['of']): string | undefined {
  if (isLivePlan(plan)) return undefined;
  const required = targetField(plan);
  const source = plan.fields[required];
  return source?.from === 'column' && of(required) === '' ? columns[source.column] : undefined;
}

/** What the rules of a single code let pass, and a table is full of: links and `.html` where a page is meant. */
function linkIssues(of: RowTexts['of']): FieldIssue[] {
  return (['page', 'path', 'livePage'] as const).flatMap((field): FieldIssue[] => {
    const text = of(field);
    if (isLink(text)) return [{ field, key: 'batchIssues.pageLink', values: {} }];
    return field !== 'path' && hasPageSuffix(text)
      ? [{ field, key: 'batchIssues.pageSuffix', values: {} }]
      : [];
  });
}

type Schema = ReturnType<typeof codeParametersSchema>;

function judgeRow(compiled: CompiledPlan, row: TableRow, schema: Schema) {
  const { plan } = compiled;
  const texts = resolveRow(compiled, row);
  const { of, issues, mends } = texts;
  const { look, issues: lookIssues } = readLook(texts.look, plan.look);
  const { endpoint } = plan;
  const required = targetField(plan);
  const scene = isLivePlan(plan) ? KEY_TO_COME : of('scene');
  const parsed = schema.safeParse(
    { endpoint, scene, path: of('path'), page: of('page'), ...look },
    { reportInput: true },
  );
  const { live, issues: liveIssues } = judgeLive(compiled, row, texts);
  const labels = codeLabelsSchema.safeParse({ name: of('name'), note: of('note') }, { reportInput: true });
  const rules = [
    ...liveIssues,
    ...[parsed, labels].flatMap(({ error }) => (error ? fieldIssues(error) : [])),
  ];
  const found = withRules([...issues, ...lookIssues, ...linkIssues(of)], rules, of);
  const isSent = found.every(({ field }) => LABELS.some((label) => label === field));
  return {
    ...{ target: of(required), name: nameOf(plan, texts), note: of('note') },
    issues: onceForEachCell(found, emptyTarget(compiled, of)),
    mends,
    /** What would be sent, also where only the name is at fault. */
    sent: isSent && parsed.success ? { parameters: parsed.data, live } : null,
  };
}

/** Without one of its own a code is called by what it holds, or what it leads to. */
function nameOf(plan: BatchPlan, { of, plain }: RowTexts): string {
  const target = plain(targetField(plan));
  return of('name') || (isLivePlan(plan) ? [...target].slice(0, CODE_NAME_MAX_CHARS).join('') : target);
}

type Sent = { parameters: CodeParameters; live: RowLive | null };

function printOf(appId: string, sent: Sent | null): string | null {
  if (!sent) return null;
  const print = fingerprintOf(appId, sent.parameters);
  return sent.live ? printOfLive(print, sent.live) : print;
}

type Judged = ReturnType<typeof judgeRow> & Wish & { rowNumber: number };

/** A row by itself, and what it would send once all is mended that a press mends. */
function judgeAlone(
  { compiled, schema, appId }: { compiled: CompiledPlan; schema: Schema; appId: string },
  row: TableRow,
): Omit<Judged, 'rowNumber'> {
  const print = (sent: Sent | null) => printOf(appId, sent);
  const judged = judgeRow(compiled, row, schema);
  const isApplied = ({ field }: RowMend) => compiled.applied.has(field);
  const isOpen = !judged.mends.every(isApplied);
  return {
    ...{ ...judged, line: row.line, isMended: judged.mends.some(isApplied), wanted: print(judged.sent) },
    cured: isOpen ? print(judgeRow({ ...compiled, applied: new Set(ROW_FIELDS) }, row, schema).sent) : null,
  };
}

type Made = Pick<JudgedRow, 'parameters' | 'fingerprint' | 'live'>;

const NOT_MADE: Made = { parameters: null, fingerprint: null, live: null };

function madeOf({ parameters, live }: Sent, fingerprint: string | null): Made {
  return live
    ? { parameters: withoutKey(parameters), fingerprint: null, live }
    : { parameters, fingerprint, live };
}

/** With what the other rows say of it: that it is there already, or would be if it was mended. */
function verdictOn(row: Judged, repeats: Repeats, plan: BatchPlan): JudgedRow {
  const { rowNumber, line, name, note, target, sent, mends, wanted } = row;
  const repeated = repeats.get(row);
  const isNews = repeated !== undefined && !(repeated.as === 'cured' && row.issues.length === 0);
  const issues = isNews ? [...row.issues, repeatIssue(row, repeated, targetField(plan))] : row.issues;
  const isMade = issues.length === 0;
  return {
    ...{ rowNumber, line, name, note, target, issues },
    verdict: isMade ? 'new' : row.issues.length > 0 ? 'invalid' : 'duplicate',
    ...(isMade && sent ? madeOf(sent, wanted) : NOT_MADE),
    ...(mends.length > 0 && !repeated && { mends }),
  };
}

/** An empty cell whose text the other rows tell, is told so. */
function withLikes(row: JudgedRow, columns: string[], likeOf: ReturnType<typeof likeOthers>): JudgedRow {
  if (!row.issues.some(({ key }) => key === 'batchIssues.emptyCell')) return row;
  const issues = row.issues.map((issue): FieldIssue => {
    if (issue.key !== 'batchIssues.emptyCell') return issue;
    const like = likeOf(row.rowNumber - 1, columns.indexOf(String(issue.values.column)));
    return like
      ? { ...issue, key: 'batchIssues.emptyCellLike', values: { ...issue.values, ...like } }
      : issue;
  });
  return { ...row, issues };
}

/**
 * Judges every row by the rules of a single code. Each row with parameters is `new` or, when another row has the very
 * same ones, `duplicate` (its issue names that line); everything else is `invalid` with all the reasons.
 * @throws AppError INVALID_INPUT when the plan does not fit the table
 */
export async function judgeRows(app: App, table: Table, plan: BatchPlan): Promise<JudgedRow[]> {
  const compiled = compile({ plan, declared: app.declared ?? [] }, table.columns);
  const schema = codeParametersSchema({ pathMaxBytes: app.pathMaxBytes });
  const rows: Judged[] = [];
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_AT_A_TIME === ROWS_AT_A_TIME - 1) await setImmediate();
    rows.push({ rowNumber: index + 1, ...judgeAlone({ compiled, schema, appId: app.appId }, row) });
  }
  const repeats = findRepeats(rows);
  const likeOf = likeOthers(table);
  return rows.map((row) => withLikes(verdictOn(row, repeats, plan), table.columns, likeOf));
}
