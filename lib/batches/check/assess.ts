import 'server-only';
import type { MiniProgram } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/client';
import type { RowVerdict } from '@/lib/db/generated/enums';
import { isLimited } from '@/lib/quota/ledger';
import { LIMITED_CODES_MAX, type Endpoint } from '@/lib/wechat/rules/limits';
import type { BatchCost } from './dry-run-types';
import type { JudgedRow } from './judge';
import { findCounted, findExisting } from './known-codes';
import { findLed } from './known-live';

/** A judged row with the code that it shares, when one with its parameters exists, and what that one is called. */
export type AssessedRow = JudgedRow & { codeId: string | null; knownAs?: string };

/** What the database adds to the judgement of a table: codes that exist, and what the rest costs. */
export type Assessment = {
  rows: AssessedRow[];
  counts: Record<RowVerdict, number>;
  cost: BatchCost;
};

type App = Pick<MiniProgram, 'id' | 'appId' | 'quotaBaseline' | 'quotaUsed' | 'quotaFloor'>;

function countVerdicts(rows: AssessedRow[]): Record<RowVerdict, number> {
  const counts = { new: 0, reused: 0, duplicate: 0, invalid: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

/** The ledger's own rule (lib/quota/ledger.ts): a code is refused once no more than the floor is left. */
function costOf(
  app: App,
  {
    isLimited: limited,
    needed,
    counted,
  }: Omit<BatchCost, 'usedBefore' | 'usedAfter' | 'limit' | 'floor' | 'fits'>,
): BatchCost {
  const [limit, floor] = [LIMITED_CODES_MAX, app.quotaFloor];
  const usedBefore = app.quotaBaseline + app.quotaUsed;
  const usedAfter = usedBefore + needed;
  const fits = needed === 0 || usedAfter + floor <= limit;
  return { isLimited: limited, needed, counted, usedBefore, usedAfter, limit, floor, fits };
}

/** Finds the codes that rows share and what the new ones cost; changes nothing. */
export async function assess(
  reader: Pick<Tx, '$queryRaw'>,
  app: App,
  { judged, endpoint }: { judged: JudgedRow[]; endpoint: Endpoint },
): Promise<Assessment> {
  const wanted = judged.flatMap(({ fingerprint }) => fingerprint ?? []);
  const existing = await findExisting(reader, app.id, wanted);
  const leading = await findLed(reader, app, judged);
  const rows = judged.map((row): AssessedRow => {
    const known = existing.get(row.fingerprint ?? '') ?? leading.get(row.rowNumber);
    return known
      ? { ...row, ...known.asked, codeId: known.id, knownAs: known.name, verdict: 'reused' }
      : { ...row, codeId: null };
  });
  const counts = countVerdicts(rows);
  const limited = isLimited(endpoint);
  const counted = limited ? await findCounted(reader, app.id, wanted) : new Set<string>();
  const needed = limited
    ? rows.filter(({ verdict, fingerprint }) => verdict === 'new' && !counted.has(fingerprint ?? '')).length
    : 0;
  const free = limited ? counts.new + counts.reused - needed : 0;
  return { rows, counts, cost: costOf(app, { isLimited: limited, needed, counted: free }) };
}
