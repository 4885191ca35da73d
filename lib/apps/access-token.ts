import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { decrypt, encrypt } from '@/lib/encryption';
import type { TokenSource } from '@/lib/wechat/client';
import { tokenLifetimeMs, type TokenOutcome } from '@/lib/wechat/token';

/** How long one process may take to fetch a token before another one tries. Longer than the fetch's own deadline. */
const REFRESH_LEASE_MS = 15_000;
const WAIT_FOR_OTHER_MS = 50;

export const TOKEN_FETCH_DEADLINE_MS = 10_000;

/** WeChat gave no token; the outcome says why. Carried through `generateCode` to whoever asked for the code. */
export class TokenUnavailableError extends Error {
  override readonly name = 'TokenUnavailableError';
  constructor(readonly outcome: Exclude<TokenOutcome, { kind: 'token' }>) {
    super('WeChat gave no access token');
  }
}

type FetchToken = () => Promise<TokenOutcome>;

const context = (miniProgramId: string) => `access-token:${miniProgramId}`;

async function storedToken(miniProgramId: string): Promise<string | null> {
  const row = await db().accessToken.findUnique({ where: { miniProgramId } });
  if (!row?.ciphertext || !row.expiresAt || row.expiresAt <= clock.now()) return null;
  return decrypt(row.ciphertext, context(miniProgramId));
}

/** True for exactly one process at a time. No row lock is held while WeChat is asked: PGlite has one connection only. */
async function claimRefresh(miniProgramId: string): Promise<boolean> {
  const now = clock.now();
  const refreshingUntil = new Date(now.getTime() + REFRESH_LEASE_MS);
  await db().accessToken.createMany({ data: { miniProgramId }, skipDuplicates: true });
  const { count } = await db().accessToken.updateMany({
    where: { miniProgramId, OR: [{ refreshingUntil: null }, { refreshingUntil: { lt: now } }] },
    data: { refreshingUntil },
  });
  return count === 1;
}

async function fetchAndStore(miniProgramId: string, fetchToken: FetchToken): Promise<string> {
  const release = (data: { ciphertext?: string; expiresAt?: Date }) =>
    db().accessToken.updateMany({ where: { miniProgramId }, data: { ...data, refreshingUntil: null } });
  try {
    const outcome = await fetchToken();
    if (outcome.kind !== 'token') throw new TokenUnavailableError(outcome);
    const { accessToken, expiresInSeconds } = outcome;
    const expiresAt = new Date(clock.now().getTime() + tokenLifetimeMs(expiresInSeconds));
    await release({ ciphertext: encrypt(accessToken, context(miniProgramId)), expiresAt });
    return accessToken;
  } catch (error) {
    // Nothing is kept of a failed answer, and the next caller may try at once.
    await release({});
    throw error;
  }
}

/** Fetches, or waits for the process that is fetching. Bounded by the lease: whoever waits longer fetches itself. */
async function refresh(miniProgramId: string, fetchToken: FetchToken): Promise<string> {
  while (!(await claimRefresh(miniProgramId))) {
    await clock.sleep(WAIT_FOR_OTHER_MS);
    const token = await storedToken(miniProgramId);
    if (token) return token;
  }
  // Another process may have finished between our look and our claim.
  const token = await storedToken(miniProgramId);
  if (!token) return fetchAndStore(miniProgramId, fetchToken);
  await db().accessToken.updateMany({ where: { miniProgramId }, data: { refreshingUntil: null } });
  return token;
}

// One refresh per app within this process without asking the database; on globalThis because Next's bundles and the
// worker are separate module instances of one process.
const holder: typeof globalThis & { suncodeTokenRefreshes?: Map<string, Promise<string>> } = globalThis;

function refreshOnce(miniProgramId: string, fetchToken: FetchToken): Promise<string> {
  const running = (holder.suncodeTokenRefreshes ??= new Map());
  const known = running.get(miniProgramId);
  if (known) return known;
  const started = refresh(miniProgramId, fetchToken).finally(() => running.delete(miniProgramId));
  running.set(miniProgramId, started);
  return started;
}

/**
 * The access token of one Mini Program, kept encrypted in the database and shared by all processes, so that no two of
 * them throw each other's token out (contract P9, P10).
 * @throws TokenUnavailableError
 */
export function tokenSource(miniProgramId: string, fetchToken: FetchToken): TokenSource {
  return {
    get: async () => (await storedToken(miniProgramId)) ?? refreshOnce(miniProgramId, fetchToken),
    replace: async (staleToken) => {
      const current = await storedToken(miniProgramId);
      // Somebody was quicker: their token is not the one that WeChat refused.
      if (current && current !== staleToken) return current;
      await db().accessToken.updateMany({
        where: { miniProgramId },
        data: { ciphertext: null, expiresAt: null },
      });
      return refreshOnce(miniProgramId, fetchToken);
    },
  };
}
