import 'server-only';
import { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { readFailure } from '@/lib/codes/generate/failure';
import { attachment, fileName } from '@/lib/codes/picture/picture-name';
import { isOwnFailure, type FailureKey, type OwnFailureKey } from '@/lib/codes/generate/failure-key';
import { BOM, csvLine } from '@/lib/csv/csv-line';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { textStream } from '@/lib/http/text-stream';
import { translateIssues, type TranslateIssue } from '@/lib/i18n/issue-text';
import { ERROR_COLUMNS } from '@/lib/batches/table/error-columns';
import { readIssues } from './row-issues';
import type { ErrorKey } from '@/lib/wechat/errcodes';

/** next-intl's translator over whole message keys. */
export type TranslateProblem = TranslateIssue &
  ((key: `wechat.errors.${ErrorKey}.title` | `codes.detail.failure.${OwnFailureKey}.title`) => string);

const PAGE_ROWS = 500;

const cellsSchema = z.array(z.string());

async function findFaulty(batchId: string, after: number) {
  return db().batchRow.findMany({
    where: {
      ...{ batchId, rowNumber: { gt: after } },
      OR: [{ verdict: { in: ['invalid', 'duplicate'] } }, { verdict: 'new', code: { status: 'FAILED' } }],
    },
    orderBy: { rowNumber: 'asc' },
    take: PAGE_ROWS,
    select: {
      ...{ rowNumber: true, line: true, cells: true, issues: true },
      code: { select: { page: true, failureKey: true, errcode: true, errmsg: true, quotaCost: true } },
    },
  });
}

type FaultyRow = Awaited<ReturnType<typeof findFaulty>>[number];

/** What failed, in a few words. */
export function failureTitle(key: FailureKey, t: TranslateProblem): string {
  return t(isOwnFailure(key) ? `codes.detail.failure.${key}.title` : `wechat.errors.${key}.title`);
}

/** What failed, with WeChat's own words. */
function failureText(code: NonNullable<FaultyRow['code']>, t: TranslateProblem): string {
  const title = failureTitle(readFailure(code).key, t);
  const words = [code.errcode, code.errmsg].filter((part) => part !== null).join(' ');
  return words === '' ? title : `${title} (${words})`;
}

function problemOf({ issues, code }: FaultyRow, t: TranslateProblem): { fields: string; problem: string } {
  const found = readIssues(issues);
  const texts = found.flatMap((issue) => Object.values(translateIssues([issue], t)));
  const problem = texts.join('; ') || (code ? failureText(code, t) : '');
  return { fields: [...new Set(found.map(({ field }) => field))].join(' '), problem };
}

function toLine(row: FaultyRow, t: TranslateProblem): string {
  const { fields, problem } = problemOf(row, t);
  return csvLine([...cellsSchema.parse(row.cells), row.line, fields, problem, row.code?.page ?? '']);
}

async function* linesOf(batchId: string, columns: string[], t: TranslateProblem): AsyncGenerator<string> {
  yield BOM + csvLine([...columns, ...ERROR_COLUMNS]);
  for (let after: number | undefined = 0; after !== undefined;) {
    const rows: FaultyRow[] = await findFaulty(batchId, after);
    if (rows.length > 0) yield rows.map((row) => toLine(row, t)).join('');
    after = rows.length === PAGE_ROWS ? rows.at(-1)?.rowNumber : undefined;
  }
}

/**
 * The rows that were left out or failed, as CSV for spreadsheets: the columns of the table as they were, then the line,
 * the fields at fault, the reason and the page that WeChat was asked for. Corrected and dropped in again it is read as the table that it was.
 * @throws AppError NOT_FOUND
 */
export async function errorList(
  actor: Actor,
  batchId: string,
  t: TranslateProblem,
): Promise<{ name: string; csv: AsyncGenerator<string> }> {
  requirePermission(actor, 'batches.read');
  const batch = await db().batch.findUnique({
    where: { id: batchId, AND: seenRows(actor) },
    select: { name: true, columns: true },
  });
  if (!batch) throw new AppError('NOT_FOUND');
  return { name: batch.name, csv: linesOf(batchId, cellsSchema.parse(batch.columns), t) };
}

/** As a file, sent while it is made. */
export function errorsResponse({ name, csv }: Awaited<ReturnType<typeof errorList>>): Response {
  return new Response(textStream(csv), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': attachment(fileName(`${name}-errors`, 'csv')),
      'cache-control': 'private, no-store',
    },
  });
}
