import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { NoticeItem } from './queries';

const REFRESH_MS = 20_000;

/** As the browser gets it: JSON has no dates. */
export type NoticeJson = Omit<NoticeItem, 'at'> & { at: string };
export type NoticeListJson = { items: NoticeJson[]; unread: number };

export const NOTICE_KEY = ['notices'] as const;

/** How many are unread: asked for again three times a minute while the page is looked at. */
export function unreadOptions() {
  return queryOptions({
    queryKey: [...NOTICE_KEY, 'unread'],
    queryFn: ({ signal }) => fetchJson<{ unread: number }>('/api/notices/unread', signal),
    refetchInterval: REFRESH_MS,
  });
}

/** What the bell shows, in the language that is read: asked for when it is opened, and as often as the number while it is. */
export function noticeOptions(locale: string, isOpen: boolean) {
  return queryOptions({
    queryKey: [...NOTICE_KEY, locale],
    queryFn: ({ signal }) => fetchJson<NoticeListJson>('/api/notices', signal),
    refetchInterval: REFRESH_MS,
    staleTime: 0,
    enabled: isOpen,
  });
}
