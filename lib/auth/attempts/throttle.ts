import 'server-only';
import ipaddr from 'ipaddr.js';
import { clock, minuteOf, timeOf } from '@/lib/clock';
import { AppError, type ErrorCode } from '@/lib/errors';
import { ATTEMPT_WINDOW_SECONDS } from './attempt-counter';
import { forgetAttempts, giveBack, takeAttempt, type Limit } from './attempts';

const MINUTE_MS = 60_000;
/** Wrong passwords within a quarter of an hour: of a browser that has signed in to the account before … */
const PER_DEVICE = 10;
/** … and of strangers: for one account from one address, for one account from anywhere, from one address for any account. */
const PER_ACCOUNT_AND_ADDRESS = 5;
const PER_ACCOUNT = 30;
const PER_ADDRESS = 100;
/** Letters with a link for a new password: to one address, and asked for from one address. */
const LETTERS_TO = 3;
const LETTERS_FROM = 20;
/** Wrong passkeys from one address: none is guessed, but each costs a look at its signature. */
const PASSKEYS_PER_ADDRESS = 30;
/** Ways to a sign-in service and back; a whole company may come from one address on a Monday morning. */
const SERVICE_STEPS = 600;
/** Somebody at a session that was left open guesses the password. */
const PER_SESSION_HOLDER = 5;
/**
 * Wrong codes of the second step within a quarter of an hour, of one browser or network, and within a day: of a browser that
 * is known, and of all strangers together. Three of a million codes are good at a time, so that whoever has the password
 * guesses one of them within a year with a chance of one in fifty.
 */
const CODES = 5;
const CODES_PER_DAY = 20;
const DAY_MS = 24 * 60 * MINUTE_MS;

const LIMITS = {
  device: { points: PER_DEVICE, seconds: ATTEMPT_WINDOW_SECONDS },
  pair: { points: PER_ACCOUNT_AND_ADDRESS, seconds: ATTEMPT_WINDOW_SECONDS },
  account: { points: PER_ACCOUNT, seconds: ATTEMPT_WINDOW_SECONDS },
  address: { points: PER_ADDRESS, seconds: ATTEMPT_WINDOW_SECONDS },
  holder: { points: PER_SESSION_HOLDER, seconds: ATTEMPT_WINDOW_SECONDS },
  lettersTo: { points: LETTERS_TO, seconds: ATTEMPT_WINDOW_SECONDS },
  lettersFrom: { points: LETTERS_FROM, seconds: ATTEMPT_WINDOW_SECONDS },
  passkeys: { points: PASSKEYS_PER_ADDRESS, seconds: ATTEMPT_WINDOW_SECONDS },
  service: { points: SERVICE_STEPS, seconds: ATTEMPT_WINDOW_SECONDS },
  codes: { points: CODES, seconds: ATTEMPT_WINDOW_SECONDS },
  dayOfCodes: { points: CODES_PER_DAY, seconds: DAY_MS / 1000 },
};

const limit = (name: keyof typeof LIMITS, key: string): Limit => ({ name, key, ...LIMITS[name] });

/** One subscriber has a whole /64 of IPv6. */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  return `${ipaddr.IPv6.parse(address).parts.slice(0, 4).join(':')}/64`;
}

/** An attempt that was counted, whatever becomes of it. */
export type CountedAttempt = {
  /** It was right: the wrong ones of the same person before it are forgotten, those of strangers are not. */
  succeed: () => Promise<void>;
  /** It was never looked at. */
  undo: () => Promise<void>;
};

type Refusal = Extract<ErrorCode, 'TOO_MANY_ATTEMPTS' | 'TOO_MANY_CODES'>;

function refuse(waitMs: number, code: Refusal): never {
  const end = clock.now().getTime() + waitMs;
  const at = new Date(Math.ceil(end / MINUTE_MS) * MINUTE_MS);
  const until = waitMs < DAY_MS / 2 ? timeOf(at) : minuteOf(at);
  const values = { minutes: Math.ceil(waitMs / MINUTE_MS), seconds: Math.ceil(waitMs / 1000), until };
  throw new AppError(code, { values });
}

/** @param own the limit that is this person's alone; the others are shared with strangers */
async function count(
  own: Limit,
  shared: Limit[] = [],
  refusal: Refusal = 'TOO_MANY_ATTEMPTS',
): Promise<CountedAttempt> {
  const limits = [own, ...shared];
  const waitMs = await takeAttempt(limits);
  if (waitMs !== null) refuse(waitMs, refusal);
  return {
    succeed: async () => {
      const taken = await forgetAttempts(own);
      for (const one of shared) await giveBack(one, taken);
    },
    undo: async () => {
      for (const one of limits) await giveBack(one, 1);
    },
  };
}

/**
 * Counts an attempt before the password is looked at, so that parallel guesses cannot slip past the limit.
 * @param device what a browser that has signed in to this account before is known by (device-cookie.ts); it has a limit of
 *   its own, so that strangers' guesses do not keep its owner out
 * @throws AppError TOO_MANY_ATTEMPTS with the time at which it ends
 */
export function countSignInAttempt(who: {
  email: string;
  address: string;
  device: string | null;
}): Promise<CountedAttempt> {
  if (who.device !== null) return count(limit('device', who.device));
  const network = networkOf(who.address);
  const shared = [limit('address', network), limit('account', who.email)];
  return count(limit('pair', `${who.email} ${network}`), shared);
}

/**
 * Counts a passkey that comes alone, before it is looked at. Whose it is stands in it, so no account can be locked for its
 * owner. @throws AppError TOO_MANY_ATTEMPTS
 */
export function countPasskeyAttempt(address: string): Promise<CountedAttempt> {
  return count(limit('passkeys', networkOf(address)));
}

/** The same for the current password of somebody who is signed in. @throws AppError TOO_MANY_ATTEMPTS */
export function countPasswordCheck(userId: string): Promise<CountedAttempt> {
  return count(limit('holder', userId));
}

/**
 * Counts who asks for a letter with a link for a new password.
 * @returns false when the address has had its letters already, which must not be told to whoever asks
 * @throws AppError TOO_MANY_ATTEMPTS when the one who asks does so too often, whatever the addresses
 */
export async function countResetRequest(asked: { email: string; address: string }): Promise<boolean> {
  await count(limit('lettersFrom', networkOf(asked.address)));
  return (await takeAttempt([limit('lettersTo', asked.email)])) === null;
}

/** Counts what makes this server ask a sign-in service. @returns false when an address has done so too often */
export async function countServiceStep(address: string): Promise<boolean> {
  return (await takeAttempt([limit('service', networkOf(address))])) === null;
}

/**
 * The same for a code of the second step. The password was right by then.
 * @param who.device what a browser is known by that has signed in before, or the session of who is signed in; those have
 *   limits of their own, so that somebody who has the password alone does not keep the owner out
 * @throws AppError TOO_MANY_CODES
 */
export function countCode(who: {
  userId: string;
  address: string;
  device: string | null;
}): Promise<CountedAttempt> {
  const { userId, device } = who;
  const own = `${userId} ${device ?? networkOf(who.address)}`;
  const day = limit('dayOfCodes', device === null ? userId : own);
  return count(limit('codes', own), [day], 'TOO_MANY_CODES');
}
