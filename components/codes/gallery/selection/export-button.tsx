'use client';

import { Download, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { BulkTarget } from '@/components/codes/bulk/target';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/overlay/tooltip';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { useExport } from './use-export';

export function ExportButton({ target }: { target: BulkTarget }) {
  const t = useTranslations('codes.gallery.export');
  const { start, pending, tooMany } = useExport(target);
  return (
    <Tooltip content={tooMany ? t('tooMany', { max: SELECTION_MAX_CODES }) : t('action')}>
      <Button
        variant="secondary"
        size="sm"
        aria-label={t('action')}
        className="@max-[60rem]/bar:px-2"
        pending={pending}
        aria-disabled={tooMany}
        onClick={tooMany ? undefined : start}
      >
        <Download aria-hidden />
        <span className="@max-[60rem]/bar:hidden">{t('action')}</span>
      </Button>
    </Tooltip>
  );
}

export function PrintButton({ target }: { target: BulkTarget }) {
  const t = useTranslations('codes.gallery.export');
  const { start, pending, tooMany } = useExport(target, 'print');
  return (
    <Tooltip content={tooMany ? t('tooMany', { max: SELECTION_MAX_CODES }) : t('print')}>
      <Button
        variant="secondary"
        size="sm"
        aria-label={t('print')}
        className="@max-[60rem]/bar:px-2"
        pending={pending}
        aria-disabled={tooMany}
        onClick={tooMany ? undefined : start}
      >
        <Printer aria-hidden />
        <span className="@max-[60rem]/bar:hidden">{t('print')}</span>
      </Button>
    </Tooltip>
  );
}
