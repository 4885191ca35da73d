import 'server-only';
import { KNOWN_ERRCODES } from '@/lib/wechat/errcodes';
import { recordCall } from '@/lib/tracing/spans';
import { metrics } from './registry';

/** The ways into Suncode. `asset`: what Next or a folder serves; `probe`: those who watch. */
export type Door = 'page' | 'action' | 'route' | 'auth' | 'asset' | 'sandbox' | 'live' | 'probe';
/** `aborted`: whoever asked was gone before the answer was. */
export type RequestOutcome = 'ok' | 'refused' | 'failed' | 'aborted';

export function recordRequest(door: Door, outcome: RequestOutcome, seconds: number): void {
  metrics().requests.inc({ door, outcome });
  metrics().requestSeconds.observe({ door }, seconds);
}

type WeChatOutcome =
  | { kind: 'picture' | 'token' }
  | { kind: 'refused'; errcode: number }
  | { kind: 'uncertain'; reason: string };

function labelsOf(outcome: WeChatOutcome): { outcome: string; errcode: string } {
  if (outcome.kind === 'uncertain') return { outcome: outcome.reason, errcode: '' };
  if (outcome.kind !== 'refused') return { outcome: 'ok', errcode: '' };
  const { errcode } = outcome;
  return { outcome: 'refused', errcode: KNOWN_ERRCODES.includes(errcode) ? String(errcode) : 'other' };
}

export type WeChatCall = {
  /** WeChat's own names, or `token_server`. */
  endpoint: string;
  isLive: boolean;
  outcome: WeChatOutcome;
  seconds: number;
};

export function recordWeChatCall({ endpoint, isLive, outcome, seconds }: WeChatCall): void {
  const labels = { endpoint, mode: isLive ? 'live' : 'sandbox' };
  const told = labelsOf(outcome);
  metrics().wechatCalls.inc({ ...labels, ...told });
  metrics().wechatSeconds.observe(labels, seconds);
  recordCall(`wechat ${endpoint}`, seconds, { ...labels, ...told });
}

export function recordTokenReplacement(kind: string): void {
  metrics().tokenReplacements.inc({ kind });
}

/** @returns what `work` does, measured */
export async function measureStorage<T>(operation: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  let outcome = 'failed';
  try {
    const result = await work();
    outcome = 'ok';
    return result;
  } finally {
    const seconds = (performance.now() - startedAt) / 1000;
    metrics().storageCalls.inc({ operation, outcome });
    metrics().storageSeconds.observe({ operation }, seconds);
    recordCall(`storage ${operation}`, seconds, { outcome });
  }
}
