'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { Room } from '@/lib/purposes/problems';

/** What the code carries, as it grows, and how much of its limit that takes. */
export function RoomMeter({ text, used, max, unit }: Room) {
  const t = useTranslations('purposes.room');
  const over = used > max;
  const label = unit === 'bytes' ? t('path') : t('label');
  return (
    <div className="rounded-lg bg-muted/60 px-3.5 py-2.5">
      <div className="flex items-baseline justify-between gap-4 text-xs">
        <output
          className={cn(
            'min-w-0 font-mono leading-5 wrap-anywhere',
            !text && 'font-sans text-muted-foreground',
          )}
        >
          {text || t('empty')}
        </output>
        <span
          className={cn(
            'shrink-0 tabular-nums',
            over ? 'font-medium text-danger-text' : 'text-muted-foreground',
          )}
        >
          {t(unit, { used, max })}
        </span>
      </div>
      <meter min={0} max={max} value={Math.min(used, max)} aria-label={label} className="sr-only" />
      <div aria-hidden className="mt-1.5 h-1 overflow-hidden rounded-full bg-muted-strong">
        <div
          className={cn('h-full rounded-full transition-[width]', over ? 'bg-danger' : 'bg-accent')}
          style={{ width: `${Math.min((used / max) * 100, 100)}%` }}
        />
      </div>
    </div>
  );
}
