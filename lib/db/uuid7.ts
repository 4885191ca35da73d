import 'server-only';
import { randomUUID } from 'node:crypto';

/**
 * An id as the database client makes them (version 7 of RFC 9562), which sorts by its moment: for rows that a statement of
 * ours inserts.
 */
export function uuid7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  // Version 4 has the same form behind its first twelve digits, but for the digit of the version.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
