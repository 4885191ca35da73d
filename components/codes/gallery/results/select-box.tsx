'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { Checkbox } from '@/components/ui/form/checkbox';
import type { CodeItem } from '@/lib/codes/find/query-options';
import type { RowTick } from '@/components/codes/gallery/selection/use-selection';

export type SelectBoxProps = { id?: string; item: CodeItem; tick: Pick<RowTick, 'selected' | 'onToggle'> };

// A shift-click would also mark the text between two rows.
function keepTextUnmarked(event: ReactMouseEvent) {
  if (event.shiftKey) event.preventDefault();
}

/** Ticks one row; with Shift all rows from the last ticked one. */
export function SelectBox({ id, item, tick }: SelectBoxProps) {
  const t = useTranslations('codes.gallery');
  return (
    <Checkbox
      id={id}
      aria-label={t('select', { name: item.name })}
      checked={tick.selected}
      onMouseDown={keepTextUnmarked}
      onCheckedChange={(checked, { event }) =>
        tick.onToggle(item.id, { checked, range: event instanceof MouseEvent && event.shiftKey })
      }
    />
  );
}
