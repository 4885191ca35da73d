import 'server-only';
import { readFailure } from '@/lib/codes/generate/failure';
import { db } from '@/lib/db/client';
import type { CodeWhereInput } from '@/lib/db/generated/models';
import { AppError } from '@/lib/errors';
import type { BatchError } from './run-types';

/** A failure's key; of errcodes that nobody can explain, each is a cause of its own (`unknownErrcode:61234`). */
type Cause = { key: string; errcode: number | null };

function toText({ key, errcode }: Cause): string {
  return errcode === null ? key : `${key}:${errcode}`;
}

/** @throws AppError INVALID_INPUT for anything that a list of causes does not hold */
export function whereCause(cause: string): CodeWhereInput {
  const [, failureKey, errcode] = /^([a-zA-Z]{1,40})(?::(-?\d{1,9}))?$/.exec(cause) ?? [];
  if (!failureKey)
    throw new AppError('INVALID_INPUT', {
      issues: [{ field: 'cause', key: 'errors.issues.format', values: {} }],
    });
  return errcode === undefined ? { failureKey } : { failureKey, errcode: Number(errcode) };
}

type Group = Cause & { count: number; first: number };

async function findGroups(batchId: string): Promise<Group[]> {
  return db().$queryRaw<Group[]>`
    SELECT COALESCE(c."failureKey", 'unknownErrcode') AS "key",
      CASE WHEN c."failureKey" = 'unknownErrcode' THEN c."errcode" END AS "errcode",
      count(*)::int AS "count", min(r."rowNumber") AS "first"
    FROM "Code" c JOIN "BatchRow" r ON r."codeId" = c."id" AND r."batchId" = c."batchId"
    WHERE c."batchId" = ${batchId} AND c."status" = 'FAILED'
    GROUP BY 1, 2 ORDER BY 3 DESC, 4`;
}

async function findExamples(batchId: string, rowNumbers: number[]) {
  const rows = await db().batchRow.findMany({
    where: { batchId, rowNumber: { in: rowNumbers } },
    select: {
      ...{ rowNumber: true, line: true, name: true },
      code: {
        select: { id: true, page: true, failureKey: true, errcode: true, errmsg: true, quotaCost: true },
      },
    },
  });
  return new Map(rows.map((row) => [row.rowNumber, row]));
}

/** The rows that failed, grouped by cause, the most frequent one first. */
export async function listCauses(batchId: string): Promise<BatchError[]> {
  const groups = await findGroups(batchId);
  if (groups.length === 0) return [];
  const examples = await findExamples(
    batchId,
    groups.map(({ first }) => first),
  );
  return groups.flatMap((group): BatchError[] => {
    const found = examples.get(group.first);
    // It was retried between the two queries.
    if (!found?.code) return [];
    const { code, ...row } = found;
    const { key, actor } = readFailure(code);
    const example = { ...row, codeId: code.id, errmsg: code.errmsg, page: code.page || null };
    return [{ cause: toText(group), key, actor, errcode: code.errcode, count: group.count, example }];
  });
}
