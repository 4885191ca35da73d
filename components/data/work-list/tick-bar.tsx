'use client';

import { Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SelectionDock } from '@/components/data/selection-dock';
import type { Ticks } from '@/components/data/use-ticks';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

export type TickBarProps = { ticks: Ticks; removeLabel: string; pending: boolean; onRemove: () => void };

/** What can be done with ticked rows: they can be removed. */
export function TickBar({ ticks, removeLabel, pending, onRemove }: TickBarProps) {
  const t = useTranslations('common.list');
  const count = ticks.ids.length;
  if (count === 0) return null;
  return (
    <SelectionDock aria-label={t('ticked', { count })}>
      <p className="me-3 font-medium whitespace-nowrap tabular-nums max-md:me-auto">
        {t('ticked', { count })}
      </p>
      <Button variant="secondary" size="sm" className="text-danger-text" pending={pending} onClick={onRemove}>
        <Trash2 aria-hidden />
        {removeLabel}
      </Button>
      <IconButton label={t('untick')} size="icon-sm" onClick={ticks.clear}>
        <X aria-hidden />
      </IconButton>
    </SelectionDock>
  );
}
