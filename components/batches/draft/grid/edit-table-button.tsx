'use client';

import { Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Draft } from '@/lib/batches/draft/draft-types';

export type EditTableButtonProps = { edits: Draft['edits']; onEdit: () => void };

/** Opens the sheet, and says what was changed in it. */
export function EditTableButton({ edits: { cells, removed }, onEdit }: EditTableButtonProps) {
  const t = useTranslations('batches.grid');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button variant="secondary" size="sm" onClick={onEdit}>
        <Table2 aria-hidden />
        {t('open')}
      </Button>
      <span className="text-[0.8125rem] text-muted-foreground tabular-nums">
        {cells + removed > 0 ? t('edits', { cells, removed }) : t('openText')}
      </span>
    </div>
  );
}
