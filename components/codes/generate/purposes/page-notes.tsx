'use client';

import { TriangleAlert } from 'lucide-react';
import { TrapFixes, TrapTexts } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';
import { RecentPages } from '@/components/codes/recent-pages';

export type PageNotesProps = {
  /** What the purpose proposes, and what the last codes opened; empty ones count for nothing. */
  offered: readonly string[];
  value: string;
  onChoose: (page: string) => void;
};

/** Below the page: that its Mini Program does not have it, what one press puts right, and pages to choose. */
export function PageNotes({ offered, value, onChoose }: PageNotesProps) {
  const { traps, fixes, apply } = useTraps('page');
  const unknown = traps.filter(({ key }) => key === 'pageUnknown');
  const pages = new Set(offered.filter((page) => page !== ''));
  return (
    <>
      <div aria-live="polite">
        {unknown.length > 0 && (
          <p className="mt-1.5 flex gap-1.5 text-[0.8125rem] leading-5 text-warning-text">
            <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
            <span className="min-w-0 wrap-anywhere">
              <TrapTexts traps={unknown} />
            </span>
          </p>
        )}
      </div>
      <TrapFixes fixes={fixes} onApply={apply} />
      <RecentPages pages={[...pages]} value={value} onChoose={onChoose} />
    </>
  );
}
