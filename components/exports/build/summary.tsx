'use client';

import { useTranslations } from 'next-intl';
import type { ExportOutline } from '@/lib/exports/export-types';
import { useByteSize } from '../use-byte-size';
import type { BuilderValues } from './builder-values';

export type SummaryProps = { values: BuilderValues; outline: ExportOutline };

/** “834 pictures · 41 MB”. */
export function Summary({ values, outline }: SummaryProps) {
  const t = useTranslations('exports.build.summary');
  const size = useByteSize();
  const { pictures, codes, bytes } = outline;
  if (values.format !== 'zip')
    return <p className="font-medium tabular-nums">{t('rows', { count: codes })}</p>;
  return (
    <div className="min-w-0 tabular-nums">
      <p className="font-medium">
        {t('pictures', { count: pictures })}
        <span className="font-normal text-muted-foreground">
          {' · '}
          {values.picture === 'original' ? t('size', { size: size(bytes) }) : t('sizeLater')}
        </span>
      </p>
      {codes > pictures && (
        <p className="text-[0.8125rem] text-muted-foreground">{t('without', { count: codes - pictures })}</p>
      )}
    </div>
  );
}
