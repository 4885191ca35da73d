'use client';

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Bell, Settings2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useState, type ReactElement } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { EmptyState } from '@/components/data/states/empty-state';
import { QueryError } from '@/components/data/states/query-error';
import { useOpenHere } from '@/components/layout/navigation/use-open-here';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { readNoticesAction } from '@/lib/notices/actions';
import { NOTICE_KEPT_DAYS, NOTICES_SHOWN } from '@/lib/notices/kinds';
import {
  NOTICE_KEY,
  noticeOptions,
  unreadOptions,
  type NoticeJson,
  type NoticeListJson,
} from '@/lib/notices/query-options';

const seen = ({ items }: NoticeListJson): NoticeListJson => ({
  items: items.map((item) => ({ ...item, isRead: true })),
  unread: 0,
});

/** Whoever opens the sheet has seen what it lists: the number goes at once, and the server is told. */
function useSeen(list: NoticeListJson | undefined, open: boolean): void {
  const client = useQueryClient();
  const locale = useLocale();
  const { mutate } = useListAction({ run: readNoticesAction, lists: [NOTICE_KEY] });
  const upTo = open && list && list.unread > 0 ? list.items[0]?.id : undefined;
  useEffect(() => {
    if (upTo === undefined) return;
    client.setQueryData(unreadOptions().queryKey, { unread: 0 });
    client.setQueryData(noticeOptions(locale, true).queryKey, (known) => known && seen(known));
    mutate({ upTo });
  }, [client, locale, mutate, upTo]);
}

/** Which were new when the sheet was opened: they look so until it is closed. */
function useFresh(list: NoticeListJson | undefined) {
  const [fresh, setFresh] = useState<readonly string[]>([]);
  const more = (list?.items ?? []).filter(({ id, isRead }) => !isRead && !fresh.includes(id));
  if (more.length > 0) setFresh([...fresh, ...more.map(({ id }) => id)]);
  return { fresh, forget: () => setFresh([]) };
}

/** What happened, newest first. Following one closes the sheet. */
export function NoticeSheet({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations('notices.bell');
  const tCommon = useTranslations('common');
  const { open, onOpenChange } = useOpenHere();
  const list = useQuery(noticeOptions(useLocale(), open));
  useSeen(list.data, open);
  const { fresh, forget } = useFresh(list.data);
  const change = (isOpen: boolean) => {
    if (isOpen) forget();
    onOpenChange(isOpen);
  };
  return (
    <Sheet open={open} onOpenChange={change}>
      <SheetTrigger render={trigger} />
      <SheetContent
        title={t('title')}
        closeLabel={tCommon('close')}
        footer={
          <Link href="/settings/notices" className={cn(buttonVariants({ variant: 'ghost', size: 'sm' }))}>
            <Settings2 aria-hidden />
            {t('settings')}
          </Link>
        }
      >
        {/* Also where it leads to the page that is open. */}
        <Notices list={list} fresh={fresh} follow={() => change(false)} />
      </SheetContent>
    </Sheet>
  );
}

type NoticesProps = { list: UseQueryResult<NoticeListJson>; fresh: readonly string[]; follow: () => void };

function Notices({ list: { data, error, refetch, isFetching }, fresh, follow }: NoticesProps) {
  const t = useTranslations('notices.bell');
  if (!data && error)
    return (
      <QueryError title={t('failed')} error={error} onRetry={() => void refetch()} retrying={isFetching} />
    );
  if (!data) return <Skeleton className="h-40" />;
  if (data.items.length === 0) return <EmptyState icon={<Bell />} title={t('empty')} text={t('emptyText')} />;
  return (
    <>
      <ul aria-label={t('title')} className="-mx-2 flex flex-col gap-0.5">
        {data.items.map((item) => (
          <Notice key={item.id} item={item} isNew={fresh.includes(item.id)} follow={follow} />
        ))}
      </ul>
      <p className="mt-4 text-xs leading-5 text-muted-foreground">
        {t('latest', { count: NOTICES_SHOWN, days: NOTICE_KEPT_DAYS })}
      </p>
    </>
  );
}

type NoticeProps = { item: NoticeJson; isNew: boolean; follow: () => void };

function Notice({ item: { title, text, href, at }, isNew, follow }: NoticeProps) {
  const t = useTranslations('notices.bell');
  return (
    <li>
      <Link
        href={href}
        onClick={follow}
        className="flex gap-3 rounded-md px-2 py-2.5 focus-ring transition-colors hover:bg-muted"
      >
        <span aria-hidden className={cn('mt-1.5 size-2 shrink-0 rounded-full', isNew && 'bg-accent-text')} />
        <span className="flex min-w-0 flex-1 flex-col">
          {isNew && <span className="sr-only">{t('isUnread')}</span>}
          <span className={cn('wrap-anywhere', isNew && 'font-semibold')}>{title}</span>
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">{text}</span>
          <RelativeTime value={at} className="text-xs leading-5 text-muted-foreground" />
        </span>
      </Link>
    </li>
  );
}
