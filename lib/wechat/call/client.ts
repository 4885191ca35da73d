import { setTimeout as pause } from 'node:timers/promises';

import { classifyAnswer, mayHaveBeenMade } from './answer';
import { backoffMs, BACKOFFS_MAX } from './backoff';
import { explainOutcome } from '@/lib/wechat/errors';
import { exchange } from './exchange';
import type { CodeOutcome } from './outcome';
import type { CodeParameters } from '@/lib/wechat/rules/parameters';
import { redact } from './redact';
import { buildRequest } from './request';
import { trimSlash } from '@/lib/wechat/token/token';
import type { Transport } from './transport';

/** Where access tokens come from. What it throws passes through `generateCode` unchanged. */
export type TokenSource = {
  get(): Promise<string>;
  /**
   * A fresh token in place of one that WeChat refused with `errcode` (40001, 40014 or 42001); whoever is second gets
   * what the first one fetched.
   */
  replace(staleToken: string, errcode?: number): Promise<string>;
};

export type GenerateCode = {
  parameters: CodeParameters;
  tokenSource: TokenSource;
  transport: Transport;
  baseUrl: string;
  /** Milliseconds for all attempts together; 30,000 when left out. */
  deadlineMs?: number;
  /** Milliseconds for one attempt, so that a hanging connection leaves time for another; 12,000 when left out. */
  attemptMs?: number;
  retry?: Partial<RetryTools>;
  /** Awaited before each call, the first one being 1, by whoever limits how many leave. The deadline stands still meanwhile. */
  beforeCall?: ((attempt: number) => Promise<void>) | undefined;
  /** Told of each attempt that ended without an answer and that WeChat may have made the code in, whatever follows it. */
  onUnanswered?: () => void;
  /** Told how each attempt ended, and how many seconds it took. */
  onAttempt?: (outcome: CodeOutcome, seconds: number) => void;
};

/** What a test replaces so that it neither waits nor depends on chance. */
export type RetryTools = { random(): number; sleep(durationMs: number): Promise<unknown> };

export type GeneratedCode = CodeOutcome & { attempts: number };

const DEADLINE_DEFAULT_MS = 30_000;
const ATTEMPT_DEFAULT_MS = 12_000;
/** The largest picture of a code is about 1 MB as PNG. */
const PICTURE_MAX_BYTES = 8 * 1024 * 1024;

/**
 * Makes one code. A stale token is replaced and the call repeated once; `-1`, network faults, timeouts and HTTP 5xx
 * are repeated at most twice after a jittered pause, within the deadline. Repeating is safe: WeChat counts equal
 * parameters once. Call limits (45009, 45011) come back as they are: waiting is for whoever plans many calls.
 *
 * @returns an outcome for whatever the network does, and the number of calls made
 * @throws only what the token source and `beforeCall` throw
 */
export async function generateCode(call: GenerateCode): Promise<GeneratedCode> {
  const tools: RetryTools = { random: Math.random, sleep: (durationMs) => pause(durationMs), ...call.retry };
  const endsAt = performance.now() + (call.deadlineMs ?? DEADLINE_DEFAULT_MS);
  const course: Course = { token: await call.tokenSource.get(), replacements: 0, backoffs: 0, endsAt };
  for (let attempts = 1; ; attempts += 1) {
    const askedAt = performance.now();
    await call.beforeCall?.(attempts);
    const sentAt = performance.now();
    course.endsAt += sentAt - askedAt;
    const outcome = await attempt(call, course);
    call.onAttempt?.(outcome, (performance.now() - sentAt) / 1000);
    if (mayHaveBeenMade(outcome)) call.onUnanswered?.();
    const repeats = await prepareRepeat(outcome, course, { ...tools, tokenSource: call.tokenSource });
    if (!repeats) return { ...outcome, attempts };
  }
}

/** What has happened so far; each counter only grows and has a limit, so the loop ends. */
type Course = { token: string; replacements: number; backoffs: number; endsAt: number };

/** Does what must come before another attempt; false when there is to be none. */
async function prepareRepeat(
  outcome: CodeOutcome,
  course: Course,
  { random, sleep, tokenSource }: RetryTools & { tokenSource: TokenSource },
): Promise<boolean> {
  if (outcome.kind === 'picture') return false;
  const { retry } = explainOutcome(outcome);
  if (outcome.kind === 'refused' && retry === 'token' && course.replacements === 0) {
    course.replacements += 1;
    course.token = await tokenSource.replace(course.token, outcome.errcode);
    return performance.now() < course.endsAt;
  }
  if (retry !== 'backoff' || course.backoffs >= BACKOFFS_MAX) return false;
  const pauseMs = backoffMs(course.backoffs, random());
  course.backoffs += 1;
  if (performance.now() + pauseMs >= course.endsAt) return false;
  await sleep(pauseMs);
  return true;
}

async function attempt(call: GenerateCode, { token, endsAt }: Course): Promise<CodeOutcome> {
  const { path, body } = buildRequest(call.parameters);
  const remainingMs = Math.max(Math.ceil(endsAt - performance.now()), 1);
  const answer = await exchange({
    transport: call.transport,
    url: `${trimSlash(call.baseUrl)}${path}?access_token=${encodeURIComponent(token)}`,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body },
    deadlineMs: Math.min(call.attemptMs ?? ATTEMPT_DEFAULT_MS, remainingMs),
    maxBytes: PICTURE_MAX_BYTES,
  });
  const outcome = 'kind' in answer ? answer : await classifyAnswer(answer);
  return outcome.kind === 'refused' ? { ...outcome, errmsg: redact(outcome.errmsg, [token]) } : outcome;
}
