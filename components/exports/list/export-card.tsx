'use client';

import { Download, FileArchive, FileSpreadsheet, FileText, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ExportItem } from '@/lib/exports/export-types';
import { DownloadForm } from '../download-form';
import { useByteSize } from '../use-byte-size';
import { useScopeTitle } from '../use-scope-text';

const ICONS = { zip: FileArchive, xlsx: FileSpreadsheet, csv: FileText };
const TYPE_NAMES = { png: 'PNG', jpeg: 'JPEG' };

export type ExportCardProps = {
  item: ExportItem;
  /** It may be known to be lost now. */
  onRefused: () => void;
};

export function ExportCard({ item, onRefused }: ExportCardProps) {
  const t = useTranslations('exports');
  const title = useScopeTitle()(item.scope);
  const Icon = ICONS[item.format];
  return (
    <article className="flex flex-col gap-x-6 gap-y-3 rounded-xl border border-border bg-surface px-4 py-4 shadow-xs sm:px-5 md:flex-row md:items-center">
      <div className="flex min-w-0 flex-1 gap-3.5">
        <span
          title={t(`formats.${item.format}`)}
          className="flex size-9 shrink-0 items-center justify-center rounded-md bg-muted text-muted-foreground"
        >
          <Icon aria-hidden className="size-4.5" />
        </span>
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h2 title={title} className="min-w-0 truncate leading-6 font-medium">
              {title}
            </h2>
            <StateBadges item={item} />
          </div>
          <Facts item={item} />
          {item.state === 'lost' && (
            <p className="mt-1.5 text-[0.8125rem] leading-5 text-danger-text">
              {t('item.lostText', { file: item.lostFile ?? '' })}
            </p>
          )}
        </div>
      </div>
      <Actions item={item} title={title} onRefused={onRefused} />
    </article>
  );
}

function StateBadges({ item: { state, missingCount } }: { item: ExportItem }) {
  const t = useTranslations('exports.item');
  return (
    <>
      {state === 'lost' && <Badge tone="danger">{t('lost')}</Badge>}
      {state === 'unfinished' && (
        <Badge tone="neutral" title={t('unfinishedText')}>
          {t('unfinished')}
        </Badge>
      )}
      {missingCount !== null && missingCount > 0 && (
        <Badge tone="warning" title={t('missingText')}>
          {t('missing', { count: missingCount })}
        </Badge>
      )}
    </>
  );
}

/** Who, when, how much and how: each in a piece of its own, so that a line breaks between them. */
function Facts({ item }: { item: ExportItem }) {
  const t = useTranslations('exports');
  const size = useByteSize();
  const { count, sizeBytes, options, createdBy, createdAt } = item;
  const facts = [
    t(`formats.${item.format}`),
    count !== null && t(options.format === 'zip' ? 'item.pictures' : 'item.rows', { count }),
    sizeBytes !== null && size(sizeBytes),
    options.format === 'zip' && pictureText(options.picture, t),
  ].filter((fact) => fact !== false);
  return (
    <>
      <p className="flex flex-wrap gap-x-1.5 text-[0.8125rem] leading-5 text-muted-foreground">
        {facts.map((fact, index) => (
          <span key={fact} className="whitespace-nowrap">
            {fact}
            {index < facts.length - 1 && <span aria-hidden> ·</span>}
          </span>
        ))}
        {options.format === 'zip' && (
          <code className="truncate font-mono text-xs leading-5" title={options.names}>
            {options.names}
          </code>
        )}
      </p>
      <p className="flex flex-wrap gap-x-2 text-[0.8125rem] leading-5 text-muted-foreground">
        <span>{createdBy ?? t('item.system')}</span>
        <RelativeTime value={createdAt} className="whitespace-nowrap" />
      </p>
    </>
  );
}

type ZipPicture = Extract<ExportItem['options'], { format: 'zip' }>['picture'];

function pictureText(picture: ZipPicture, t: ReturnType<typeof useTranslations<'exports'>>): string {
  if (picture.kind !== 'print') return t(`picture.${picture.kind}`);
  const { widthCm: cm, dpi, type } = picture;
  return t('picture.print', { cm, dpi, type: TYPE_NAMES[type] });
}

const DOWNLOAD_WORDS = { finished: 'download', unfinished: 'downloadFirst', lost: 'retry' } as const;

function Actions({ item, title, onRefused }: ExportCardProps & { title: string }) {
  const t = useTranslations('exports.item');
  const { id, state } = item;
  // What was lost may have been brought back; making it anew is the way on.
  const isLost = state === 'lost';
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2">
      <DownloadForm method="get" action={`/api/exports/${id}`} onRefused={onRefused}>
        <Button
          type="submit"
          variant={isLost ? 'ghost' : 'secondary'}
          size="sm"
          aria-label={t('downloadLabel', { title })}
        >
          <Download aria-hidden />
          {t(DOWNLOAD_WORDS[state])}
        </Button>
      </DownloadForm>
      <Button
        render={<Link href={`/exports/new?export=${id}`} title={t('repeatLabel')} />}
        variant={isLost ? 'secondary' : 'ghost'}
        size="sm"
      >
        <RotateCcw aria-hidden />
        {t('repeat')}
      </Button>
    </div>
  );
}
