import 'server-only';
import { db } from '@/lib/db/client';
import { isLimited } from '@/lib/quota/ledger';
import { finalOfMade, finalOfUnmade, writeFinals } from './final';
import type { Result } from './result';
import { settleLimited } from './settle-limited';

/**
 * Writes down what came of calls to WeChat, any number at once: pictures, refusals and calls that nobody answered. Codes
 * without a limit take one statement together; those that count take a transaction per Mini Program, under its lock. A
 * row that was claimed anew since is left to whoever did.
 */
export async function settle(results: readonly Result[]): Promise<void> {
  const free = results.filter(({ code }) => !isLimited(code.endpoint));
  const finals = free.map((result) =>
    result.kind === 'made' ? finalOfMade(result, null) : finalOfUnmade(result, null),
  );
  await writeFinals(
    db(),
    finals.filter((final) => final !== null),
  );
  const limited = results.filter(({ code }) => isLimited(code.endpoint));
  for (const id of new Set(limited.map(({ code }) => code.miniProgramId)))
    await settleLimited(
      id,
      limited.filter(({ code }) => code.miniProgramId === id),
    );
}
