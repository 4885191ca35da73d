import 'server-only';
import { clock } from '@/lib/clock';
import { db } from '@/lib/db/client';
import type { AccessToken } from '@/lib/db/generated/client';
import { overFilters } from '@/lib/db/lease';
import { decrypt, encrypt, reencrypt } from '@/lib/encryption';
import type { TokenSource } from '@/lib/wechat/call/client';
import { recordTokenReplacement } from '@/lib/metrics/record';
import { uncertain } from '@/lib/wechat/call/outcome';
import { tokenLifetimeMs, type TokenOutcome } from '@/lib/wechat/token/token';
import { recordTokenEvent } from './token-events';

/** How long one process may take to fetch a token before another one tries. Longer than `patience.tokenDeadlineMs`. */
const REFRESH_LEASE_MS = 15_000;
const WAIT_FOR_OTHER_MS = 50;
/** Whoever waited longer than a whole lease for others gives up: several processes have failed by then. */
const WAIT_MAX_MS = 20_000;

/** WeChat gave no token; the outcome says why. Carried through `generateCode` to whoever asked for the code. */
export class TokenUnavailableError extends Error {
  override readonly name = 'TokenUnavailableError';
  constructor(readonly outcome: Exclude<TokenOutcome, { kind: 'token' }>) {
    super('WeChat gave no access token');
  }
}

type FetchToken = () => Promise<TokenOutcome>;
type FetchedToken = Extract<TokenOutcome, { kind: 'token' }>;

/** A token with its ciphertext, which differs each time that one is stored: it tells a fetch from the one before. */
export type HeldToken = { token: string; ciphertext: string; expiresAt: Date };

const context = (miniProgramId: string) => `access-token:${miniProgramId}`;

const isGood = ({ expiresAt }: HeldToken): boolean => expiresAt > clock.now();

type StoredToken = Pick<AccessToken, 'ciphertext' | 'expiresAt'>;

/** The token of a row, while our time for it has not run out. */
export function openToken(miniProgramId: string, { ciphertext, expiresAt }: StoredToken): HeldToken | null {
  if (!ciphertext || !expiresAt || expiresAt <= clock.now()) return null;
  return { token: decrypt(ciphertext, context(miniProgramId)), ciphertext, expiresAt };
}

/** The ciphertext of a row under the key of today. */
export function resealToken(miniProgramId: string, ciphertext: string): string {
  return reencrypt(ciphertext, context(miniProgramId));
}

async function storedToken(miniProgramId: string): Promise<HeldToken | null> {
  const row = await db().accessToken.findUnique({ where: { miniProgramId } });
  return row && openToken(miniProgramId, row);
}

/**
 * True for one process at a time. No row lock is held while WeChat is asked: PGlite has one connection only.
 * @returns the end of the lease, which nobody else's has and so proves it later on; null when another process has it
 */
async function claimRefresh(miniProgramId: string): Promise<Date | null> {
  const now = clock.now();
  const lease = new Date(now.getTime() + REFRESH_LEASE_MS);
  const free = [null, ...overFilters(REFRESH_LEASE_MS, now)];
  await db().accessToken.createMany({ data: { miniProgramId }, skipDuplicates: true });
  const { count } = await db().accessToken.updateMany({
    where: { miniProgramId, OR: free.map((refreshingUntil) => ({ refreshingUntil })) },
    data: { refreshingUntil: lease },
  });
  return count === 1 ? lease : null;
}

/** Nothing is wrong: what `noteNoToken` wrote is over. */
const NO_FAILURE = { failureKey: null, failingSince: null, failureText: null };

/** `askedAt`: what remains of a token counts from when it was asked for, not from when a slow answer came. */
function sealed(miniProgramId: string, fetched: FetchedToken, askedAt: Date) {
  return {
    ciphertext: encrypt(fetched.accessToken, context(miniProgramId)),
    expiresAt: new Date(askedAt.getTime() + tokenLifetimeMs(fetched.expiresInSeconds)),
    ...NO_FAILURE,
  };
}

type Lease = { miniProgramId: string; until: Date };

/** Ends a lease. A process that outslept its own changes nothing: what it brings is older than what is there. */
async function release({ miniProgramId, until }: Lease, data: Partial<ReturnType<typeof sealed>> = {}) {
  const where = { miniProgramId, refreshingUntil: until };
  return db().accessToken.updateMany({ where, data: { ...data, refreshingUntil: null } });
}

async function fetchAndStore(lease: Lease, fetchToken: FetchToken): Promise<HeldToken> {
  const { miniProgramId } = lease;
  try {
    const askedAt = clock.now();
    const outcome = await fetchToken();
    if (outcome.kind !== 'token') throw new TokenUnavailableError(outcome);
    const row = sealed(miniProgramId, outcome, askedAt);
    const { count } = await release(lease, row);
    const newer = count === 0 ? await storedToken(miniProgramId) : null;
    return newer ?? { token: outcome.accessToken, ...row };
  } catch (error) {
    // Nothing is kept of a failed answer, and the next caller may try at once.
    await release(lease);
    throw error;
  }
}

/** Fetches, or waits for the process that is fetching; when that one fails or dies, fetches itself. */
async function refresh(miniProgramId: string, fetchToken: FetchToken): Promise<HeldToken> {
  const waitEndsAt = clock.now().getTime() + WAIT_MAX_MS;
  for (;;) {
    const until = await claimRefresh(miniProgramId);
    // Another process may have finished between our look and our claim.
    const token = await storedToken(miniProgramId);
    if (until && token) await release({ miniProgramId, until });
    if (token) return token;
    if (until) return fetchAndStore({ miniProgramId, until }, fetchToken);
    if (clock.now().getTime() >= waitEndsAt)
      throw new TokenUnavailableError(uncertain('timeout', 'other processes are still fetching the token'));
    await clock.sleep(WAIT_FOR_OTHER_MS);
  }
}

// One refresh per app within this process without asking the database; on globalThis because Next's bundles and the
// worker are separate module instances of one process. All who wait here share a failure too: asking a wrong AppSecret's
// question fifty times gives the same answer fifty times.
const holder: typeof globalThis & { suncodeTokenRefreshes?: Map<string, Promise<HeldToken>> } = globalThis;

function refreshOnce(miniProgramId: string, fetchToken: FetchToken): Promise<HeldToken> {
  const running = (holder.suncodeTokenRefreshes ??= new Map());
  const known = running.get(miniProgramId);
  if (known) return known;
  const started = refresh(miniProgramId, fetchToken).finally(() => running.delete(miniProgramId));
  running.set(miniProgramId, started);
  return started;
}

/**
 * Drops exactly this token; one that was fetched meanwhile stays. As our time for it had not run out (`storedToken`
 * gave it), somebody else must have ended it, which is written down once.
 */
async function drop(miniProgramId: string, ciphertext: string, errcode: number | undefined): Promise<void> {
  const kind = await db().$transaction(async (tx) => {
    const { count } = await tx.accessToken.updateMany({
      where: { miniProgramId, ciphertext },
      data: { ciphertext: null, expiresAt: null },
    });
    return count === 1 ? recordTokenEvent(tx, miniProgramId, errcode) : null;
  });
  if (kind) recordTokenReplacement(kind);
}

/** What the callers of one connection know together; the next of them need not read it again. */
export type TokenMemory = { held: HeldToken | null };

/**
 * The access token of one Mini Program, kept encrypted in the database and shared by all processes, so that no two of
 * them throw each other's token out (contract P9, P10). Each call to WeChat has a source of its own: it remembers which
 * fetch its token came from, so that a token refused to many at once is fetched anew once.
 * @param memory shared by the sources of a connection, which lives for seconds
 * @throws TokenUnavailableError
 */
export function tokenSource(
  miniProgramId: string,
  fetchToken: FetchToken,
  memory: TokenMemory = { held: null },
): TokenSource {
  let given: string | undefined;
  const give = (held: HeldToken): string => {
    memory.held = held;
    given = held.ciphertext;
    return held.token;
  };
  return {
    get: async () => {
      if (memory.held && isGood(memory.held)) return give(memory.held);
      return give((await storedToken(miniProgramId)) ?? (await refreshOnce(miniProgramId, fetchToken)));
    },
    replace: async (staleToken, errcode) => {
      const current = await storedToken(miniProgramId);
      // `stable_token` may give the same token again: then the ciphertext tells that it was asked since.
      const isNew = current?.token !== staleToken || (given !== undefined && current.ciphertext !== given);
      if (current && isNew) return give(current);
      if (current) await drop(miniProgramId, current.ciphertext, errcode);
      return give(await refreshOnce(miniProgramId, fetchToken));
    },
  };
}

/** Keeps a token that was fetched outside a refresh: it may have ended the one that is stored. */
export async function keepToken(miniProgramId: string, fetched: FetchedToken, askedAt: Date): Promise<void> {
  const row = sealed(miniProgramId, fetched, askedAt);
  await db().accessToken.upsert({ where: { miniProgramId }, create: { miniProgramId, ...row }, update: row });
}
