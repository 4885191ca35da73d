'use client';

import { Archive, Clock, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/data/empty-state';
import { TRASH_DAYS } from '@/lib/bulk/kinds';
import type { CodePlace } from '@/lib/codes/find/filters';

const ICONS = { recent: Clock, archived: Archive, trash: Trash2 };

/** Nothing lies there. */
export function EmptyPlace({ place }: { place: Exclude<CodePlace, ''> }) {
  const t = useTranslations('bulk.emptyPlace');
  const Icon = ICONS[place];
  return (
    <EmptyState icon={<Icon />} title={t(`${place}.title`)} text={t(`${place}.text`, { days: TRASH_DAYS })} />
  );
}
