'use client';

import { Archive, Clock, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/data/states/empty-state';
import { ElsewhereButton } from '@/components/layout/scope/elsewhere';
import { useMatchesElsewhere } from '@/components/codes/gallery/use-elsewhere';
import { TRASH_DAYS } from '@/lib/bulk/kinds';
import type { CodeFilters, CodePlace } from '@/lib/codes/find/filters';

const ICONS = { recent: Clock, archived: Archive, trash: Trash2 };

export type EmptyPlaceProps = { place: Exclude<CodePlace, ''>; filters: CodeFilters };

/** Nothing lies there. */
export function EmptyPlace({ place, filters }: EmptyPlaceProps) {
  const t = useTranslations('bulk.emptyPlace');
  const Icon = ICONS[place];
  const elsewhere = useMatchesElsewhere(filters, true);
  return (
    <EmptyState
      icon={<Icon />}
      title={t(`${place}.title`)}
      text={t(`${place}.text`, { days: TRASH_DAYS })}
      action={
        elsewhere &&
        elsewhere.count > 0 && <ElsewhereButton count={elsewhere.count} more={elsewhere.capped} />
      }
    />
  );
}
