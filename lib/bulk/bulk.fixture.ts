import type { UserActor } from '@/lib/auth/actor';
import { NO_FILTERS, type CodeFilters } from '@/lib/codes/find/filters';
import { db } from '@/lib/db/client';
import type { Code } from '@/lib/db/generated/client';
import { insertCode } from '@/lib/testing/factories';
import type { BulkScope } from './kinds';
import { countMatching } from './scope';

/** Codes of one Mini Program, the first one the newest; a minute apart, and all in the past. */
export async function insertCodes(
  miniProgramId: string,
  overrides: Partial<Omit<Code, 'failureReason'>>[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, row] of overrides.entries()) {
    const createdAt = new Date(Date.UTC(2026, 0, 1) - index * 60_000);
    ids.push((await insertCode({ miniProgramId, createdAt, ...row })).id);
  }
  return ids;
}

/** What “select all that match” sends. */
export async function allThatMatch(actor: UserActor, filters: Partial<CodeFilters>): Promise<BulkScope> {
  const wanted = { ...NO_FILTERS, ...filters };
  return { filters: wanted, ...(await countMatching(actor, wanted)) };
}

export async function readCodes(ids: string[]): Promise<Code[]> {
  const codes = await db().code.findMany({ where: { id: { in: ids } } });
  return ids.flatMap((id) => codes.find((code) => code.id === id) ?? []);
}
