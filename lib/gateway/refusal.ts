import 'server-only';
import { randomUUID } from 'node:crypto';
import { clock } from '@/lib/clock';
import { isAppError, type ErrorCode } from '@/lib/errors';
import { log } from '@/lib/log';
import { Refusal } from '@/lib/sandbox/fields';
import { refuse } from '@/lib/sandbox/replies';

/** What WeChat would say; whatever else is wrong with the parameters is 40097. */
const ERRCODES: Partial<Record<ErrorCode, number>> = {
  INVALID_INPUT: 40097,
  KEY_INVALID: 40125,
  KEY_REVOKED: 40243,
  KEY_EXPIRED: 40243,
  KEY_ADDRESS: 40164,
  TOO_MANY_KEY_ATTEMPTS: 45011,
  RATE_LIMITED: 45009,
  QUOTA_EXHAUSTED: 45029,
  QUOTA_FLOOR: 45029,
  APP_DISABLED: 48001,
  SANDBOX_OFF: 48001,
  FORBIDDEN: 48001,
  NOT_FOUND: 40013,
};

/** SDKs read HTTP 200 with an errcode, and nothing else. */
export function refusalOf(error: unknown): Response {
  const now = clock.now().getTime();
  if (error instanceof Refusal) return refuse(error.errcode, now);
  if (isAppError(error)) return refuse(ERRCODES[error.code] ?? -1, now);
  log().error({ err: error, requestId: randomUUID() }, 'a call of the gateway failed');
  return refuse(-1, now);
}
