import { decodeCursor, decodeTextCursor, type Cursor } from '@/lib/db/pagination';
import type { CodeFilters } from './filters';

/** What a list is sorted by; equal values are told apart by the id, in the same direction. */
export type CodeOrder = {
  /** `usedAt` is the moment of the viewer's last use, which is no column of Code. */
  column: 'createdAt' | 'updatedAt' | 'archivedAt' | 'deletedAt' | 'usedAt' | 'name';
  direction: 'asc' | 'desc';
};

const BY_SORT: Record<Exclude<CodeFilters['sort'], ''>, CodeOrder> = {
  oldest: { column: 'createdAt', direction: 'asc' },
  name: { column: 'name', direction: 'asc' },
  changed: { column: 'updatedAt', direction: 'desc' },
};

const BY_PLACE: Record<CodeFilters['place'], CodeOrder> = {
  '': { column: 'createdAt', direction: 'desc' },
  recent: { column: 'usedAt', direction: 'desc' },
  archived: { column: 'archivedAt', direction: 'desc' },
  trash: { column: 'deletedAt', direction: 'desc' },
};

/** The order that filters ask for: the place has its own until one is chosen. */
export function orderOf({ sort, place }: CodeFilters): CodeOrder {
  return sort === '' ? BY_PLACE[place] : BY_SORT[sort];
}

/** @throws AppError INVALID_INPUT for a cursor that is not one of this order */
export function decodeOrderCursor(text: string, { column }: CodeOrder): Cursor<Date | string> {
  return column === 'name' ? decodeTextCursor(text) : decodeCursor(text);
}
