'use client';

import { FileArchive, FileSpreadsheet, FileText, Printer, Sheet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { lazy } from 'react';
import type { Ticks } from '@/components/data/use-ticks';
import { CoverPicture } from '@/components/data/work-list/cover-picture';
import { NameCell, wide, WorkRow } from '@/components/data/work-list/work-table';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import type { ExportItem } from '@/lib/exports/export-types';
import { isPrint, type PictureOptions } from '@/lib/exports/options';
import { JobAction } from '../job/job-action';
import { JobStatus } from '../job/job-status';
import { useScopeTitle } from '../use-scope-text';
import { PrintFacts } from './print-facts';

const ICONS = {
  zip: FileArchive,
  xlsx: FileSpreadsheet,
  pictureTable: Sheet,
  csv: FileText,
  pdf: Printer,
  pieces: Printer,
};
const TYPE_NAMES = { png: 'PNG', jpeg: 'JPEG' };

const load = () => import('./export-menu');
const ExportMenu = lazy(() => load().then((room) => ({ default: room.ExportMenu })));

export type ExportRowProps = { item: ExportItem; ticks: Ticks | null; onRemove: () => void };

export function ExportRow({ item, ticks, onRemove }: ExportRowProps) {
  const t = useTranslations('exports');
  const title = useScopeTitle()(item.scope);
  const { id, covers, format, createdBy, createdAt } = item;
  const Icon = ICONS[format];
  const name = <span className="block truncate">{title}</span>;
  return (
    <WorkRow
      {...{ id, name: title, ticks, canTick: item.canRemove }}
      cover={<CoverPicture covers={format === 'zip' ? covers : []} icon={<Icon />} isMany={item.total > 1} />}
      actions={
        <>
          <JobAction item={item} title={title} compact />
          <RowMenu item={item} title={title} onRemove={onRemove} />
        </>
      }
    >
      <NameCell second={<Facts item={item} />} phone={<JobStatus item={item} />}>
        {item.scope.kind === 'batch' ? (
          <Link
            href={`/batches/${item.scope.batchId}`}
            prefetch={false}
            title={title}
            className="block w-fit max-w-full rounded-xs font-medium focus-ring hover:underline max-md:relative max-md:-my-3 max-md:py-3"
          >
            {name}
          </Link>
        ) : (
          <span title={title} className="font-medium">
            {name}
          </span>
        )}
      </NameCell>
      <TableCell className={cn('py-2', wide)}>
        <JobStatus item={item} className="min-w-48" />
      </TableCell>
      <TableCell
        className={cn('py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground', wide)}
      >
        <span className="block max-w-36 truncate">{createdBy ?? t('item.system')}</span>
        <RelativeTime value={createdAt} />
      </TableCell>
    </WorkRow>
  );
}

/** What kind of file it is, and how its files are called. */
function Facts({ item: { format, options } }: Pick<ExportRowProps, 'item'>) {
  const t = useTranslations('exports');
  if (isPrint(options))
    return (
      <>
        {t(`formats.${options.format}`)} · <PrintFacts options={options} />
      </>
    );
  if (options.format !== 'zip') return t(`formats.${format}`);
  const { picture, names } = options;
  const kind = pictureText(t, picture);
  return (
    <>
      {t(`formats.${format}`)} · {kind} · <code className="font-mono text-xs">{names}</code>
    </>
  );
}

type T = ReturnType<typeof useTranslations<'exports'>>;

function pictureText(t: T, picture: PictureOptions): string {
  if (picture.kind === 'vector')
    return t('picture.vector', { cm: picture.widthCm, type: picture.type.toUpperCase() });
  if (picture.kind !== 'print') return t(`picture.${picture.kind}`);
  const { widthCm: cm, dpi, type } = picture;
  return type === 'pdf' ? t('picture.pdf', { cm }) : t('picture.print', { cm, dpi, type: TYPE_NAMES[type] });
}

function RowMenu({ item, title, onRemove }: Omit<ExportRowProps, 'ticks'> & { title: string }) {
  const t = useTranslations('exports.item');
  return (
    <DeferredMenu label={t('menu', { title })} preload={load}>
      {(trigger) => <ExportMenu item={item} onRemove={onRemove} trigger={trigger} />}
    </DeferredMenu>
  );
}
