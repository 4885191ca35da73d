'use client';

import { useQuery } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { unreadOptions } from '@/lib/notices/query-options';

const load = () => import('./notice-sheet');
const NoticeSheet = lazy(() => load().then((room) => ({ default: room.NoticeSheet })));

const MOST_SHOWN = 99;

/** How many notices are unread, and the way to them. */
export function LiveBell() {
  const t = useTranslations('notices.bell');
  const { data } = useQuery(unreadOptions());
  const count = data?.unread ?? 0;
  const trigger = (
    <button
      type="button"
      aria-label={t('open', { count })}
      title={t('open', { count })}
      className={cn(
        buttonVariants({ variant: 'ghost', size: 'icon' }),
        'relative size-10 shrink-0 text-muted-foreground',
      )}
    >
      <Bell aria-hidden />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-0.5 top-0.5 min-w-4.5 rounded-full bg-danger px-1 text-center text-2xs leading-4.5 font-medium text-danger-foreground tabular-nums"
        >
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      )}
    </button>
  );
  return (
    <>
      <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
        <NoticeSheet trigger={trigger} />
      </DeferredPopup>
      <span role="status" className="sr-only">
        {count > 0 && t('unread', { count })}
      </span>
    </>
  );
}
