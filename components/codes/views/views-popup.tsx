'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import type { SavedViewItem } from '@/lib/views/queries';
import { viewListOptions } from '@/lib/views/query-options';
import { SaveView } from './save-view';
import { ViewRow, type ViewsButtonProps } from './view-row';

export type ViewsPopupProps = ViewsButtonProps & { trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function ViewsPopup({ trigger, ...props }: ViewsPopupProps) {
  const t = useTranslations('organize.views');
  const [open, setOpen] = useState(true);
  const views = useQuery(viewListOptions());
  const mine = views.data?.filter(({ owner }) => owner.id === props.viewer.id) ?? [];
  const ofTeam = views.data?.filter(({ owner }) => owner.id !== props.viewer.id) ?? [];
  const list = { ...props, onUse: () => setOpen(false) };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={t('title')} align="end" className="w-84 p-0">
        <div className="px-4 pt-4">
          <p className="font-semibold">{t('title')}</p>
          <p className="mt-0.5 text-[0.8125rem] leading-5 text-muted-foreground">{t('text')}</p>
        </div>
        <div className="mt-2 max-h-72 overflow-y-auto px-2 py-1">
          {views.isPending && <Skeleton className="m-2 h-9" />}
          {views.data?.length === 0 && <p className="p-2 text-muted-foreground">{t('none')}</p>}
          <Group title={t('mine')} views={mine} {...list} />
          <Group title={t('ofTeam')} views={ofTeam} {...list} />
        </div>
        <SaveView query={props.query} canShare={props.canShare} onSaved={list.onUse} />
      </PopoverContent>
    </Popover>
  );
}

type GroupProps = ViewsButtonProps & { title: string; views: SavedViewItem[]; onUse: () => void };

function Group({ title, views, ...row }: GroupProps) {
  if (views.length === 0) return null;
  return (
    <section aria-label={title}>
      <p className="px-2 pt-2 pb-1 text-xs text-muted-foreground">{title}</p>
      <ul>
        {views.map((view) => (
          <li key={view.id}>
            <ViewRow view={view} {...row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
