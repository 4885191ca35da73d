import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { moment, sql } from '@/lib/db/sql';
import { explain, type ErrorExplanation } from '@/lib/wechat/errors';
import { ERROR_KEYS } from '@/lib/wechat/errcodes';
import { refusedAddress } from '@/lib/wechat/token/refused-address';
import { emitFailing } from '@/lib/webhooks/emit-faults';
import { explainNoToken, type NoToken } from './token-fetch';

const TEXT_MAX_CHARS = 500;

/** Writes down that a Mini Program gets no token, and why, and tells it once; `failingSince` stays until one comes (access-token.ts). */
export async function noteNoToken(
  miniProgramId: string,
  outcome: NoToken,
  fromTokenServer: boolean,
): Promise<void> {
  const { key } = explainNoToken(outcome, fromTokenServer);
  const text = (outcome.kind === 'refused' ? outcome.errmsg : outcome.detail).slice(0, TEXT_MAX_CHARS);
  const now = moment(clock.now());
  const write = sql`
    INSERT INTO "AccessToken" ("miniProgramId", "failureKey", "failingSince", "failureText", "updatedAt")
    VALUES (${miniProgramId}, ${key}, ${now}, ${text}, ${now})
    ON CONFLICT ("miniProgramId") DO UPDATE SET "failureKey" = EXCLUDED."failureKey",
      "failingSince" = COALESCE("AccessToken"."failingSince", EXCLUDED."failingSince"),
      "failureText" = EXCLUDED."failureText", "updatedAt" = EXCLUDED."updatedAt"
    RETURNING "failingSince" = ${now} AS "isFirst"`;
  await db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ isFirst: boolean }[]>(write);
    if (row?.isFirst) await emitFailing(tx, miniProgramId, key);
  });
}

/** Why a Mini Program gets no token. */
export type TokenFailure = {
  explanation: ErrorExplanation;
  since: Date;
  /** The server's own address, when WeChat named it as one that is not on the whitelist. */
  address: string | null;
};

type StoredFailure = { failureKey: string | null; failingSince: Date | null; failureText: string | null };

/** What `noteNoToken` left, perhaps of a version that knew other keys; null when the last attempt brought a token. */
export function readTokenFailure(stored: StoredFailure | null): TokenFailure | null {
  if (!stored?.failureKey || !stored.failingSince) return null;
  const key = ERROR_KEYS.find((known) => known === stored.failureKey) ?? 'unknownErrcode';
  const address = key === 'ipNotAllowed' ? refusedAddress(stored.failureText ?? '') : null;
  return { explanation: explain(key), since: stored.failingSince, address };
}
