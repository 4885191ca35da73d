'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useByteSize } from '@/components/data/texts/use-byte-size';
import { Progress } from '@/components/ui/progress';
import { cn } from '@/components/ui/cn';
import type { ExportItem } from '@/lib/exports/export-types';

export type JobStatusProps = { item: ExportItem; className?: string | undefined };

/** How far an export is; how much it holds once it is made; or why there is none. The same wherever it is shown. */
export function JobStatus({ item, className }: JobStatusProps) {
  const { state } = item;
  return (
    <div className={cn('min-w-0 text-[0.8125rem] leading-5 tabular-nums', className)}>
      {state === 'running' && <Running item={item} />}
      {state === 'finished' && <Finished item={item} />}
      {(state === 'failed' || state === 'lost') && <Failed item={item} />}
    </div>
  );
}

function Running({ item: { done, total } }: JobStatusProps) {
  const t = useTranslations('exports.job');
  const format = useFormatter();
  // Rounded down: 100 % is only said of what is made.
  const share = total === 0 ? 0 : Math.min(Math.floor((done / total) * 100) / 100, 0.99);
  const text = t('progress', { done, total });
  return (
    <div className="flex items-center gap-3 text-muted-foreground">
      <Progress
        value={done}
        max={Math.max(total, 1)}
        aria-label={t('label')}
        valueText={text}
        className="min-w-16 flex-1"
      />
      <span className="w-9 shrink-0 text-end font-medium text-foreground">
        {format.number(share, { style: 'percent' })}
      </span>
    </div>
  );
}

const FACTS = {
  zip: 'item.pictures',
  csv: 'item.rows',
  xlsx: 'item.rows',
  pictureTable: 'item.pictures',
  pdf: 'item.printed',
  pieces: 'item.files',
} as const;
/** Where it is written which pictures are missing. */
const MISSING = {
  zip: 'item.missingText',
  pieces: 'item.missingFiles',
  pictureTable: 'item.missingRows',
  pdf: 'item.missingPieces',
  csv: undefined,
  xlsx: undefined,
} as const;

function Finished({ item: { count, missingCount, sizeBytes, format } }: JobStatusProps) {
  const t = useTranslations('exports');
  const size = useByteSize();
  const facts = [t(FACTS[format], { count: count ?? 0 }), size(sizeBytes ?? 0)];
  return (
    <p className="flex flex-wrap gap-x-2 text-muted-foreground">
      <span className="whitespace-nowrap">{facts.join(' · ')}</span>
      {missingCount !== null && missingCount > 0 && (
        <span title={MISSING[format] && t(MISSING[format])} className="whitespace-nowrap text-warning-text">
          {t('item.missing', { count: missingCount })}
        </span>
      )}
    </p>
  );
}

function Failed({ item: { state, failure, lostFile } }: JobStatusProps) {
  const t = useTranslations('exports');
  const text =
    state === 'lost' ? t('item.lostText', { file: lostFile ?? '' }) : t(`job.failed.${failure ?? 'broken'}`);
  return (
    <p title={text} className="line-clamp-2 text-pretty text-danger-text">
      {text}
    </p>
  );
}
