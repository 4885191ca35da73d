import { AUDIT_AREAS, type AuditArea } from './catalogue';
import { isDay, toStorable } from '@/lib/input/text';
import { LIST_SEARCH_MAX_CHARS } from '@/lib/lists/list-params';

/** The value of `who` for what nobody signed in did: workers, start, `npm run admin`. */
export const BY_SYSTEM = 'system';
/** The same for what somebody did who was not signed in. */
export const BY_STRANGERS = 'stranger';

/**
 * What the list is narrowed to; '' narrows nothing. `who` is the id of a member, BY_SYSTEM or BY_STRANGERS; `from` and `to` are days
 * (YYYY-MM-DD), both included, in the time zone of the server; `q` is part of a thing's name, or its id.
 */
export type AuditFilters = { who: string; area: AuditArea | ''; from: string; to: string; q: string };

const ID_MAX_CHARS = 64;

const textOf = (value: unknown) => (typeof value === 'string' ? toStorable(value) : '');
const dayIn = (value: unknown) => (isDay(textOf(value)) ? textOf(value) : '');

/** What an address says; what it cannot mean is as if it said nothing. */
export function readAuditFilters(said: Partial<Record<keyof AuditFilters, unknown>>): AuditFilters {
  return {
    who: textOf(said.who).slice(0, ID_MAX_CHARS),
    area: AUDIT_AREAS.find((area) => area === said.area) ?? '',
    from: dayIn(said.from),
    to: dayIn(said.to),
    q: textOf(said.q).slice(0, LIST_SEARCH_MAX_CHARS).trim(),
  };
}

/** The other side of `readAuditFilters`. */
export function auditQuery(filters: AuditFilters): URLSearchParams {
  return new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
}
