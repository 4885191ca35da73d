'use client';

import { WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export type CellBarProps = {
  column: string;
  line: number | undefined;
  /** As it was read, when a person edited the cell. */
  was: string | undefined;
  problems: string[];
  /** The one text that the cell was meant to be. */
  cure: string | null;
  onCure: (text: string) => void;
};

/** About the active cell: what was read, what is wrong with it, and one press that mends it. */
export function CellBar({ column, line, was, problems, cure, onCure }: CellBarProps) {
  const t = useTranslations('batches.grid');
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-[0.8125rem] leading-5 sm:px-5">
      <span className="shrink-0 text-muted-foreground tabular-nums">
        {line === undefined ? column : t('place', { column, line })}
      </span>
      {was !== undefined && (
        <span className="max-w-full truncate">{t('was', { text: was || t('empty') })}</span>
      )}
      {problems.length > 0 && (
        <span role="status" className="min-w-0 text-pretty wrap-anywhere text-danger-text">
          {problems.join(' ')}
        </span>
      )}
      {cure !== null && (
        <Button
          size="sm"
          variant="secondary"
          className="max-w-full"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onCure(cure)}
        >
          <WandSparkles aria-hidden />
          <span className="truncate">{t('cure', { text: cure })}</span>
        </Button>
      )}
    </div>
  );
}
