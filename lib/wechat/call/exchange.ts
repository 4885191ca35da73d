import type { Answer } from './answer';
import type { UncertainOutcome } from './outcome';
import { PRIVATE_ADDRESS, uncertain } from './outcome';
import { AnswerTooLargeError, readLimited } from './transport';
import type { Transport, TransportInit } from './transport';

export type Exchange = {
  transport: Transport;
  url: string;
  init: Omit<TransportInit, 'signal'>;
  /** Bound of the whole exchange in milliseconds, the reading of the body included. */
  deadlineMs: number;
  maxBytes: number;
};

/** Failures that happen before a byte of the request is on its way: name, route, connection, TLS. */
const BEFORE_SENDING =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|UND_ERR_INVALID_ARG|ERR_INVALID_URL|ERR_TLS_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** Makes one HTTP exchange and reads it to its end. Whatever the network does becomes an outcome; never throws. */
export async function exchange(call: Exchange): Promise<Answer | UncertainOutcome> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<UncertainOutcome>((resolve) => {
    timer = setTimeout(() => {
      resolve(uncertain('timeout', `no complete answer within ${call.deadlineMs} ms`));
      deadline.abort();
    }, call.deadlineMs);
  });
  try {
    // Raced as well as aborted: a transport may overlook the signal.
    return await Promise.race([perform(call, deadline.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}

async function perform(call: Exchange, signal: AbortSignal): Promise<Answer | UncertainOutcome> {
  try {
    const response = await call.transport(call.url, { ...call.init, signal });
    return {
      status: response.status,
      contentType: response.headers.get('content-type'),
      numUsed: response.headers.get('num-used'),
      bytes: await readLimited(response, call.maxBytes),
    };
  } catch (error) {
    if (error instanceof AnswerTooLargeError) return uncertain('unreadable', error.message);
    return networkFault(error);
  }
}

/** Only the codes of an error are kept: its text may hold the URL, and with it the token. */
function networkFault(error: unknown): UncertainOutcome {
  const codes = codesOf(error, 0);
  if (codes.includes(PRIVATE_ADDRESS)) return { ...uncertain('address', PRIVATE_ADDRESS), sent: false };
  const sent = codes.length === 0 || !codes.every((code) => BEFORE_SENDING.test(code));
  return { ...uncertain('network', codes.join(', ') || 'connection failed'), sent };
}

function codesOf(error: unknown, depth: number): string[] {
  if (!(error instanceof Error) || depth > 3) return [];
  const own =
    'code' in error && typeof error.code === 'string' && /^\w{1,60}$/.test(error.code) ? [error.code] : [];
  const nested = error instanceof AggregateError ? error.errors : [error.cause];
  return [...new Set([...own, ...nested.flatMap((inner: unknown) => codesOf(inner, depth + 1))])];
}
