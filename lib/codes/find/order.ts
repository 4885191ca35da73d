import { decodeCountCursor, decodeCursor, decodeTextCursor, type Cursor } from '@/lib/db/pagination';
import type { CodeFilters } from './filters';

/** What a list is sorted by; equal values are told apart by the id (by scans: the key), in the same direction. */
export type CodeOrder = {
  /** No columns of Code are `usedAt`, the moment of the viewer's last use, and `scans`, how often a live code was scanned. */
  column: 'createdAt' | 'updatedAt' | 'archivedAt' | 'deletedAt' | 'usedAt' | 'name' | 'scans';
  direction: 'asc' | 'desc';
};

/** The row after which a page starts. */
export type CodeKey = Cursor<Date | string | number>;

export const NEWEST: CodeOrder = { column: 'createdAt', direction: 'desc' };

const IN_GALLERY: Record<CodeFilters['sort'], CodeOrder> = {
  '': NEWEST,
  oldest: { column: 'createdAt', direction: 'asc' },
  name: { column: 'name', direction: 'asc' },
  changed: { column: 'updatedAt', direction: 'desc' },
  scans: { column: 'scans', direction: 'desc' },
};

const OWN_ORDER = { recent: 'usedAt', archived: 'archivedAt', trash: 'deletedAt' } as const;

/** The order that filters ask for. Apart from the gallery a place has one order of its own, and `oldest` turns it round. */
export function orderOf({ sort, place }: CodeFilters): CodeOrder {
  if (place === '') return IN_GALLERY[sort];
  return { column: OWN_ORDER[place], direction: sort === 'oldest' ? 'asc' : 'desc' };
}

/** @throws AppError INVALID_INPUT for a cursor that is not one of this order */
export function decodeOrderCursor(text: string, { column }: CodeOrder): CodeKey {
  if (column === 'scans') return decodeCountCursor(text);
  return column === 'name' ? decodeTextCursor(text) : decodeCursor(text);
}
