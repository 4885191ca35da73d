'use client';

import { useTranslations } from 'next-intl';
import { useByteSize } from '@/components/data/texts/use-byte-size';
import type { ExportOutline } from '@/lib/exports/export-types';
import { PICTURE_TABLE_MAX } from '@/lib/exports/options';
import type { BuilderValues } from './builder-values';

export type SummaryProps = { values: BuilderValues; outline: ExportOutline; tooMany: boolean };

/** “834 pictures · 41 MB”. */
export function Summary({ values, outline, tooMany }: SummaryProps) {
  const t = useTranslations('exports.build.summary');
  const issue = useTranslations('exports.issues');
  const size = useByteSize();
  const { pictures, codes, bytes } = outline;
  const { format } = values;
  if (format === 'csv' || format === 'xlsx')
    return <p className="font-medium tabular-nums">{t('rows', { count: codes })}</p>;
  if (tooMany)
    return (
      <p role="alert" className="text-[0.8125rem] text-danger-text">
        {issue('tooManyPictures', { count: pictures, max: PICTURE_TABLE_MAX })}
      </p>
    );
  const isOriginal = format === 'pictureTable' || values.picture === 'original';
  return (
    <div className="min-w-0 tabular-nums">
      <p className="font-medium">
        {t('pictures', { count: pictures })}
        <span className="font-normal text-muted-foreground">
          {' · '}
          {isOriginal ? t('size', { size: size(bytes) }) : t('sizeLater')}
        </span>
      </p>
      {codes > pictures && (
        <p className="text-[0.8125rem] text-muted-foreground">{t('without', { count: codes - pictures })}</p>
      )}
    </div>
  );
}
