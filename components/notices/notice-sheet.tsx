'use client';

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Bell, CheckCheck, Settings2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { EmptyState } from '@/components/data/empty-state';
import { QueryError } from '@/components/data/query-error';
import { useListAction } from '@/components/data/use-list-action';
import { useOpenHere } from '@/components/layout/navigation/use-open-here';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { readNoticesAction } from '@/lib/notices/actions';
import { NOTICE_KEPT_DAYS, NOTICES_SHOWN } from '@/lib/notices/kinds';
import { NOTICE_KEY, noticeOptions, type NoticeJson, type NoticeListJson } from '@/lib/notices/query-options';

/** What happened, newest first. Following one marks it as read and closes the sheet. */
export function NoticeSheet({ trigger }: { trigger: ReactElement }) {
  const t = useTranslations('notices.bell');
  const tCommon = useTranslations('common');
  const { open, onOpenChange } = useOpenHere();
  const { mutate, isPending } = useListAction({ run: readNoticesAction, lists: [NOTICE_KEY] });
  const list = useQuery(noticeOptions(useLocale(), open));
  const follow = (id: string) => {
    mutate({ id });
    // Also where it leads to the page that is open.
    onOpenChange(false);
  };
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetTrigger render={trigger} />
      <SheetContent
        title={t('title')}
        closeLabel={tCommon('close')}
        footer={
          <div className="flex w-full items-center justify-between gap-2">
            <Link href="/settings/notices" className={cn(buttonVariants({ variant: 'ghost', size: 'sm' }))}>
              <Settings2 aria-hidden />
              {t('settings')}
            </Link>
            {list.data && list.data.unread > 0 && (
              <Button variant="secondary" size="sm" pending={isPending} onClick={() => mutate({ id: null })}>
                <CheckCheck aria-hidden />
                {t('readAll')}
              </Button>
            )}
          </div>
        }
      >
        <Notices list={list} follow={follow} />
      </SheetContent>
    </Sheet>
  );
}

type NoticesProps = { list: UseQueryResult<NoticeListJson>; follow: (id: string) => void };

function Notices({ list: { data, error, refetch, isFetching }, follow }: NoticesProps) {
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
          <Notice key={item.id} item={item} follow={follow} />
        ))}
      </ul>
      <p className="mt-4 text-xs leading-5 text-muted-foreground">
        {t('latest', { count: NOTICES_SHOWN, days: NOTICE_KEPT_DAYS })}
      </p>
    </>
  );
}

type NoticeProps = { item: NoticeJson; follow: (id: string) => void };

function Notice({ item: { id, title, text, href, at, isRead }, follow }: NoticeProps) {
  const t = useTranslations('notices.bell');
  return (
    <li>
      <Link
        href={href}
        onClick={() => follow(id)}
        className="flex gap-3 rounded-md px-2 py-2.5 focus-ring transition-colors hover:bg-muted"
      >
        <span
          aria-hidden
          className={cn('mt-1.5 size-2 shrink-0 rounded-full', !isRead && 'bg-accent-text')}
        />
        <span className="flex min-w-0 flex-1 flex-col">
          {!isRead && <span className="sr-only">{t('isUnread')}</span>}
          <span className={cn('wrap-anywhere', !isRead && 'font-semibold')}>{title}</span>
          <span className="text-[0.8125rem] leading-5 text-muted-foreground">{text}</span>
          <RelativeTime value={at} className="text-xs leading-5 text-muted-foreground" />
        </span>
      </Link>
    </li>
  );
}
