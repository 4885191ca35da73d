'use client';

import { useTranslations } from 'next-intl';
import { TickBox } from '@/components/data/tick-box';
import type { CodeItem } from '@/lib/codes/find/query-options';
import type { RowTick } from '@/components/codes/gallery/selection/use-selection';

export type SelectBoxProps = { id?: string; item: CodeItem; tick: Pick<RowTick, 'selected' | 'onToggle'> };

export function SelectBox({ id, item, tick }: SelectBoxProps) {
  const t = useTranslations('codes.gallery');
  return (
    <TickBox
      id={id}
      aria-label={t('select', { name: item.name })}
      checked={tick.selected}
      onTick={(ticked) => tick.onToggle(item.id, ticked)}
    />
  );
}
