import 'server-only';
import type { Tx } from '@/lib/db/client';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';

type Reader = Pick<Tx, '$queryRaw'>;

/** As many as one statement asks for; more only make its array longer. */
const FINGERPRINTS_AT_A_TIME = 10_000;

async function inChunks<T>(all: string[], ask: (chunk: string[]) => Promise<T[]>): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < all.length; at += FINGERPRINTS_AT_A_TIME)
    for (const row of await ask(all.slice(at, at + FINGERPRINTS_AT_A_TIME))) found.push(row);
  return found;
}

/** `asked`: of a live code, what a row that shares it asks WeChat for. */
export type KnownCode = {
  id: string;
  name: string;
  asked?: { parameters: CodeParameters; fingerprint: string };
};

/** Codes that exist with these parameters, made or being made, by fingerprint: a row that wants one shares it. */
export async function findExisting(
  reader: Reader,
  miniProgramId: string,
  fingerprints: string[],
): Promise<Map<string, KnownCode>> {
  const rows = await inChunks(
    fingerprints,
    (chunk) => reader.$queryRaw<(KnownCode & { fingerprint: string })[]>`
      SELECT "id", "name", "fingerprint" FROM "Code"
      WHERE "miniProgramId" = ${miniProgramId} AND "fingerprint" = ANY(${chunk})
        AND "deletedAt" IS NULL AND "status" IN ('READY', 'GENERATING', 'QUEUED')`,
  );
  return new Map(rows.map(({ fingerprint, ...code }) => [fingerprint, code]));
}

/** Which of these fingerprints the ledger has counted: they cost nothing again. */
export async function findCounted(
  reader: Reader,
  miniProgramId: string,
  fingerprints: string[],
): Promise<Set<string>> {
  const rows = await inChunks(
    fingerprints,
    (chunk) => reader.$queryRaw<{ fingerprint: string }[]>`
      SELECT "fingerprint" FROM "QuotaEntry"
      WHERE "miniProgramId" = ${miniProgramId} AND "fingerprint" = ANY(${chunk})`,
  );
  return new Set(rows.map(({ fingerprint }) => fingerprint));
}
