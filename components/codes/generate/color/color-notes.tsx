'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Trap } from '@/lib/wechat/rules/traps';
import { TrapTexts } from '@/components/codes/generate/trap-notes';

export type ColorNotesProps = { id: string; error: string | undefined; traps: readonly Trap[] };

/** One colour has four boxes, so its notes hang on the group and not on a `Field`, which knows one control. */
export function ColorNotes({ id, error, traps }: ColorNotesProps) {
  const t = useTranslations('codes.generate.color');
  return (
    <div id={id} className="text-[0.8125rem] leading-5">
      <p className="mt-1.5 text-muted-foreground">{t('hint')}</p>
      <div aria-live="polite">
        {error && (
          <p className="mt-1.5 flex gap-1.5 text-danger-text">
            <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
            {error}
          </p>
        )}
        {!error && traps.length > 0 && (
          <p className="mt-1.5 flex gap-1.5 text-warning-text">
            <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
            <span>
              <TrapTexts traps={traps} />
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
