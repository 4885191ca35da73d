import 'server-only';
import { z } from 'zod';
import { seenRows } from '@/lib/apps/sight';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { readFailure } from '@/lib/codes/generate/failure';
import { db } from '@/lib/db/client';
import type { BatchState, CodeStatus } from '@/lib/db/generated/enums';
import type { BatchRowWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import { LIST_SEARCH_MAX_CHARS } from '@/lib/lists/list-params';
import { wordsOf } from '@/lib/lists/search-words';
import { countSchema, textSchema } from '@/lib/input/schemas';
import { parseInput } from '@/lib/validation';
import { whereCause } from './causes';
import { isReplaced, plannedParameters } from './replaced';
import { readIssues } from './row-issues';
import { readRowLive, rowLiveText } from './row-live';
import { searchRows } from './search-rows';
import { ROW_STATUSES, type BatchRowItem, type BatchRowPage, type RowStatus } from './run-types';

const PAGE_SIZE = 50;

const CAUSE_MAX_CHARS = 64;

const filterSchema = z.object({
  status: z.enum(ROW_STATUSES).optional(),
  cause: textSchema(CAUSE_MAX_CHARS).optional(),
  q: textSchema(LIST_SEARCH_MAX_CHARS).default(''),
  after: z.coerce.number().pipe(countSchema).default(0),
});

const selected = {
  rowNumber: true,
  line: true,
  name: true,
  verdict: true,
  parameters: true,
  fingerprint: true,
  live: true,
  issues: true,
  edited: true,
  cells: true,
  codeId: true,
  code: {
    select: {
      fingerprint: true,
      status: true,
      scene: true,
      path: true,
      page: true,
      imageSha256: true,
      isHyaline: true,
      envVersion: true,
      failureKey: true,
      errcode: true,
      errmsg: true,
      quotaCost: true,
    },
  },
} as const;

async function findRows(where: BatchRowWhereInput) {
  return db().batchRow.findMany({
    where,
    select: selected,
    orderBy: { rowNumber: 'asc' },
    take: PAGE_SIZE + 1,
  });
}

/** So many row numbers are asked about in one statement. */
const NUMBERS_AT_ONCE = 1_000;

async function findAmong(numbers: number[], conditions: BatchRowWhereInput[]) {
  const found: FoundRow[] = [];
  for (let at = 0; at < numbers.length && found.length <= PAGE_SIZE; at += NUMBERS_AT_ONCE) {
    const some = { rowNumber: { in: numbers.slice(at, at + NUMBERS_AT_ONCE) } };
    found.push(...(await findRows({ AND: [...conditions, some] })));
  }
  return found;
}

type FoundRow = Awaited<ReturnType<typeof findRows>>[number];

const OF_CODE: Record<CodeStatus, RowStatus> = {
  QUEUED: 'waiting',
  GENERATING: 'running',
  READY: 'made',
  FAILED: 'failed',
};

function isOver(state: BatchState): boolean {
  return state === 'CANCELLED' || state === 'FINISHED';
}

function statusOf({ verdict, code }: FoundRow, state: BatchState): RowStatus {
  if (verdict === 'reused') return 'reused';
  if (verdict !== 'new') return 'skipped';
  const status = code ? OF_CODE[code.status] : 'waiting';
  return status === 'waiting' && isOver(state) ? 'notMade' : status;
}

function whereStatus(status: RowStatus, state: BatchState): BatchRowWhereInput {
  const waiting = {
    verdict: 'new' as const,
    OR: [{ codeId: null }, { code: { status: 'QUEUED' as const } }],
  };
  const nothing = { rowNumber: 0 };
  switch (status) {
    case 'reused':
      return { verdict: 'reused' };
    case 'skipped':
      return { verdict: { in: ['duplicate', 'invalid'] } };
    case 'waiting':
      return isOver(state) ? nothing : waiting;
    case 'notMade':
      return isOver(state) ? waiting : nothing;
    case 'made':
      return { verdict: 'new', code: { status: 'READY' } };
    case 'running':
      return { verdict: 'new', code: { status: 'GENERATING' } };
    case 'failed':
      return { verdict: 'new', code: { status: 'FAILED' } };
  }
}

/** What is asked for, also of a row that has no code yet. */
function askedBy(row: FoundRow): Pick<BatchRowItem, 'target' | 'page'> {
  const { scene, path, page } = row.code ?? plannedParameters(row);
  const live = row.code ? null : readRowLive(row.live);
  return { target: live ? rowLiveText(live) : (scene ?? path ?? ''), page: page || null };
}

/** What was asked for first, where another code has taken the place since. */
function replacedIn(row: FoundRow): string | null {
  if (!row.code || !isReplaced(row, row.code)) return null;
  const { scene, path } = plannedParameters(row);
  return scene ?? path ?? '';
}

const textsSchema = z.array(z.string()).catch([]);
const editedSchema = z.record(z.string(), z.string()).catch({});

function editsOf({ edited, cells }: FoundRow, columns: string[]): BatchRowItem['edited'] {
  const texts = edited === null ? [] : textsSchema.parse(cells);
  return Object.entries(editedSchema.parse(edited)).map(([at, before]) => ({
    ...{ column: columns[Number(at)] ?? '', before, after: texts[Number(at)] ?? '' },
  }));
}

type Look = Pick<BatchRowItem, 'imageSha256' | 'isTransparent' | 'envVersion'>;

/** What the page needs to show the code's picture, and whether anybody may scan it. */
function lookOf(code: FoundRow['code']): Look {
  if (!code) return { imageSha256: null, isTransparent: false, envVersion: null };
  const { imageSha256, isHyaline, envVersion } = code;
  return { imageSha256, isTransparent: isHyaline ?? false, envVersion };
}

function toItem(row: FoundRow, { state, columns }: { state: BatchState; columns: string[] }): BatchRowItem {
  const { rowNumber, line, name, verdict, codeId, code } = row;
  const status = statusOf(row, state);
  const failed = status === 'failed' ? code : null;
  const failure = failed && {
    key: readFailure(failed).key,
    errcode: failed.errcode,
    errmsg: failed.errmsg,
  };
  return {
    ...{ rowNumber, line, name, verdict, codeId, status, failure },
    ...askedBy(row),
    issues: readIssues(row.issues),
    edited: editsOf(row, columns),
    replaced: replacedIn(row),
    live: readRowLive(row.live),
    ...lookOf(code),
  };
}

/**
 * The rows of a started batch in the order of its table, a page at a time.
 * @param filter `{ status?, cause?, q?, after? }` as it came from the address, checked here; `after` is a row number
 * @throws AppError NOT_FOUND, INVALID_INPUT
 */
export async function listBatchRows(actor: Actor, batchId: string, filter: unknown): Promise<BatchRowPage> {
  requirePermission(actor, 'batches.read');
  const { status, cause, q, after } = parseInput(filterSchema, filter);
  const batch = await db().batch.findUnique({
    where: { id: batchId, AND: seenRows(actor) },
    select: { state: true, columns: true },
  });
  if (!batch) throw new AppError('NOT_FOUND');
  const conditions: BatchRowWhereInput[] = [{ batchId, rowNumber: { gt: after } }];
  if (status) conditions.push(whereStatus(status, batch.state));
  if (cause) conditions.push(whereStatus('failed', batch.state), { code: whereCause(cause) });
  const found =
    wordsOf(q).length > 0
      ? await findAmong(await searchRows(batchId, q, after), conditions)
      : await findRows({ AND: conditions });
  const shown = found.slice(0, PAGE_SIZE);
  const about = { state: batch.state, columns: textsSchema.parse(batch.columns) };
  const items = shown.map((row) => toItem(row, about));
  return { items, nextAfter: found.length > PAGE_SIZE ? (shown.at(-1)?.rowNumber ?? null) : null };
}
