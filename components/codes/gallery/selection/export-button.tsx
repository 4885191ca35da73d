'use client';

import { Download, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BulkTarget } from '@/components/codes/bulk/target';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/overlay/tooltip';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { useExport, type Door } from './use-export';

const DOORS = {
  exports: { label: 'action', Icon: Download },
  print: { label: 'print', Icon: Printer },
} as const;

/** Takes the selected codes along to the page on which they are exported, or printed. */
export function ExportButton({ target, door }: { target: BulkTarget; door: Door }) {
  const t = useTranslations('codes.gallery.export');
  const { start, pending, tooMany } = useExport(target, door);
  const { Icon, label } = DOORS[door];
  return (
    <Tooltip content={tooMany ? t('tooMany', { max: SELECTION_MAX_CODES }) : t(label)}>
      <Button
        variant="secondary"
        size="sm"
        aria-label={t(label)}
        className="@max-[60rem]/bar:px-2"
        pending={pending}
        aria-disabled={tooMany}
        onClick={tooMany ? undefined : start}
      >
        <Icon aria-hidden />
        <span className="@max-[60rem]/bar:hidden">{t(label)}</span>
      </Button>
    </Tooltip>
  );
}
