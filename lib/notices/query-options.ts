import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/fetch-json';
import type { NoticeItem } from './queries';

const REFRESH_MS = 20_000;

/** As the browser gets it: JSON has no dates. */
export type NoticeJson = Omit<NoticeItem, 'at'> & { at: string };
export type NoticeListJson = { items: NoticeJson[]; unread: number };

export const NOTICE_KEY = ['notices'] as const;

/** The bell: asked for again three times a minute while the page is looked at, and in the language that is read. */
export function noticeOptions(locale: string) {
  return queryOptions({
    queryKey: [...NOTICE_KEY, locale],
    queryFn: ({ signal }) => fetchJson<NoticeListJson>('/api/notices', signal),
    refetchInterval: REFRESH_MS,
  });
}
