import 'server-only';
import pino from 'pino';
import { env } from './env';
import { withoutSecrets } from './redaction';

/** @param destination takes one JSON line per event */
export function newLog(level: string, destination: pino.DestinationStream): pino.Logger {
  return pino({ level, base: undefined, hooks: { streamWrite: withoutSecrets } }, destination);
}

let logger: pino.Logger | undefined;

/**
 * One JSON line per event on stderr, so that stdout keeps the start-up line alone. Secrets are never passed in; each line
 * is searched for them all the same, since an error may bring along what it was about.
 */
export function log(): pino.Logger {
  return (logger ??= newLog(env().LOG_LEVEL, pino.destination({ fd: 2, sync: false })));
}
