import type { Code } from '@/lib/db/generated/client';

// Apart from the schemas, so that a screen that only shows a limit does not load a validator.

/** All parameters of one target as JSON, in UTF-8 bytes. */
export const PARAMETERS_MAX_BYTES = 4_096;
export const PAUSE_MESSAGE_MAX_CHARS = 100;
/** Of one code: a further plan is refused. */
export const PLANS_MAX = 20;
/** Of one target. */
export const RULES_MAX = 10;

/** People are told apart by one of so many lots, which their Mini Program draws once; one lot is one per cent. */
export const LOTS = 100;

const PARAMETER_NAME = /^[A-Za-z_][\w.-]{0,63}$/;
export const isParameterName = (name: string): boolean => PARAMETER_NAME.test(name);

/** `s` and nine characters of base62: 53 bits, of which nobody finds one by trying. */
export const LIVE_KEY = /^s[0-9A-Za-z]{9}$/;

/** Whether a code may be live, told by what it carries: no list asks the database for it. */
export const mayBeLive = ({ endpoint, scene }: Pick<Code, 'endpoint' | 'scene'>): boolean =>
  endpoint === 'getwxacodeunlimit' && scene !== null && LIVE_KEY.test(scene);

/** Keys that one request may ask for. */
export const KEYS_AT_ONCE_MAX = 50;

/** A random id that a report carries. */
export const SCAN_ID = /^[\w-]{8,40}$/;

/** A random id that a phone draws once. */
export const DEVICE_ID = /^[\w-]{8,40}$/;

/** A live code of so many days that nobody has scanned is worth a look. */
export const NEVER_SCANNED_DAYS = 14;
