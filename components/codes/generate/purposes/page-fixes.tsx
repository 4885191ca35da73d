'use client';

import { TriangleAlert } from 'lucide-react';
import { TrapFixes, TrapTexts } from '@/components/codes/generate/trap-notes';
import { useTraps } from '@/components/codes/generate/use-traps';

/** A page that its Mini Program does not have, and what one press puts right in what was typed. */
export function PageFixes() {
  const { traps, fixes, apply } = useTraps('page');
  const unknown = traps.filter(({ key }) => key === 'pageUnknown');
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
    </>
  );
}
