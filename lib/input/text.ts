// Without a validator, so that a screen can clean what an address says.

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of a row: they are UUIDs, as the database client makes them. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** What neither a text column nor JSON of PostgreSQL can hold: U+0000, and half of a surrogate pair. */
const UNSTORABLE = /[\0\p{Cs}]/u;
const EVERY_UNSTORABLE = new RegExp(UNSTORABLE, 'gu');

export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** Each unstorable character as U+FFFD: for what a file or an address holds, where nobody can be asked to correct it. */
export function toStorable(text: string): string {
  return text.replace(EVERY_UNSTORABLE, '\uFFFD');
}

// PostgreSQL has no year 0 and writes years after 9999 in a way of its own.
const FIRST_YEAR = 1970;
const LAST_YEAR = 2999;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether an ISO 8601 text is a moment of these centuries. */
export function isSaneMoment(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** Whether a text is a day, YYYY-MM-DD. 2026-02-30 is a date to some engines: only what reads back as itself counts. */
export function isDay(text: string): boolean {
  if (!DAY.test(text) || !isSaneMoment(`${text}T00:00:00Z`)) return false;
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

// Here and not beside the schemas: forms read it without the validator.
/** `params.key` of an issue of `idSchema`; `parseInput` throws NOT_FOUND for it. */
export const UNKNOWN_ID = 'unknownId';
