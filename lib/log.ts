import 'server-only';
import pino from 'pino';
import { env } from './env';

let logger: pino.Logger | undefined;

/**
 * One JSON line per event on stderr, so that stdout keeps the start-up line alone. Secrets are never passed in; the
 * paths below are a second line of defence.
 */
export function log(): pino.Logger {
  logger ??= pino(
    {
      level: env().LOG_LEVEL,
      base: undefined,
      redact: ['*.appSecret', '*.password', '*.accessToken', '*.secret', 'err.config'],
    },
    pino.destination({ fd: 2, sync: false }),
  );
  return logger;
}
