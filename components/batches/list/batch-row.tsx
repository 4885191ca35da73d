'use client';

import { Braces, ClipboardPaste, Download, FileSpreadsheet, ListOrdered } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { Ticks } from '@/components/data/use-ticks';
import { CoverPicture } from '@/components/data/work-list/cover-picture';
import { NameCell, nameLink, wide, WorkRow } from '@/components/data/work-list/work-table';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import type { BatchItem } from '@/lib/batches/report/run-types';
import { goalOf, readyOf, shareDone } from '../figures';
import { FiguresBar } from '../figures-bar';
import { StateBadge } from '../state-badge';

const ICONS = { file: FileSpreadsheet, paste: ClipboardPaste, sequence: ListOrdered, rows: Braces };

export type BatchRowProps = {
  batch: BatchItem;
  ticks: Ticks | null;
  canWrite: boolean;
  showApp: boolean;
};

export function BatchRow({ batch, ticks, canWrite, showApp }: BatchRowProps) {
  const t = useTranslations('batches');
  const { id, name, source, counts, covers, miniProgram, createdBy, createdAt } = batch;
  const Icon = ICONS[source];
  const facts = [
    ...(showApp ? [miniProgram.name] : []),
    t(`source.${source}`),
    t('rows', { count: counts.total }),
  ];
  return (
    <WorkRow
      {...{ id, name, ticks, canTick: true }}
      cover={<CoverPicture covers={covers} icon={<Icon />} isMany={covers.length > 1} />}
      actions={<RowAction batch={batch} canWrite={canWrite} />}
    >
      <NameCell second={facts.join(' · ')} phone={<PhoneLine batch={batch} />}>
        <Link href={`/batches/${id}`} prefetch={false} title={name} data-row-link className={nameLink}>
          {name}
        </Link>
      </NameCell>
      <TableCell className={cn('py-2', wide)}>
        <div className="min-w-48">
          <Progress batch={batch} />
        </div>
      </TableCell>
      <TableCell
        className={cn('py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground', wide)}
      >
        <span className="block max-w-36 truncate">{createdBy?.name ?? t('list.system')}</span>
        <RelativeTime value={createdAt} />
      </TableCell>
    </WorkRow>
  );
}

/** A draft has none, and one that is over has its result: only what is under way has a bar. */
function Progress({ batch: { state, counts } }: { batch: BatchItem }) {
  const t = useTranslations('batches');
  if (state === 'DRAFT') return <StateBadge state={state} />;
  if (state === 'RUNNING' || state === 'PAUSED')
    return (
      <div className="flex flex-col gap-1.5">
        <FiguresBar counts={counts} aria-label={t('run.progress')} />
        <p className="flex items-center justify-between gap-3 text-[0.8125rem] leading-5 text-muted-foreground tabular-nums">
          <Figures counts={counts} />
          {state === 'PAUSED' ? <StateBadge state={state} /> : <Percent counts={counts} />}
        </p>
      </div>
    );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[0.8125rem] leading-5 tabular-nums">
      {state === 'CANCELLED' && <StateBadge state={state} />}
      <span className="text-muted-foreground">
        <Figures counts={counts} />
      </span>
    </div>
  );
}

type CountsProps = Pick<BatchItem, 'counts'>;

function Figures({ counts }: CountsProps) {
  const t = useTranslations('batches.list');
  const done = readyOf(counts);
  return (
    <span className="whitespace-nowrap">
      {done === goalOf(counts) ? t('whole', { count: done }) : t('done', { done, total: goalOf(counts) })}
      {counts.failed > 0 && (
        <span className="text-danger-text"> · {t('failed', { count: counts.failed })}</span>
      )}
    </span>
  );
}

function Percent({ counts }: CountsProps) {
  return <span>{useFormatter().number(shareDone(counts), { style: 'percent' })}</span>;
}

/** A separator before each part; the one at the beginning of a line, the first or one that wraps, lies outside what is seen. */
const dotted =
  '-ms-3 flex flex-wrap *:before:inline-block *:before:w-3 *:before:text-center *:before:content-["·"]';

function PhoneLine({ batch }: { batch: BatchItem }) {
  const t = useTranslations('batches');
  const { state, counts, createdAt } = batch;
  if (state === 'RUNNING' || state === 'PAUSED')
    return (
      <span className="flex items-center gap-x-1.5 tabular-nums">
        <span className="min-w-12 flex-1">
          <FiguresBar counts={counts} aria-label={t('run.progress')} className="h-1.5" />
        </span>
        {state === 'PAUSED' ? t(`state.${state}`) : <Percent counts={counts} />}
      </span>
    );
  return (
    <span className="block overflow-hidden tabular-nums">
      <span className={dotted}>
        {state === 'CANCELLED' && <span>{t(`state.${state}`)}</span>}
        <span>
          {state === 'DRAFT' ? t('list.draftRows', { count: counts.total }) : <Figures counts={counts} />}
        </span>
        <span className="whitespace-nowrap">
          <RelativeTime value={createdAt} />
        </span>
      </span>
    </span>
  );
}

/** What comes next: going on with a draft, or taking the pictures away. */
function RowAction({ batch, canWrite }: Pick<BatchRowProps, 'batch' | 'canWrite'>) {
  const t = useTranslations('batches');
  const { id, name, state, counts } = batch;
  if (state === 'DRAFT')
    return (
      canWrite && (
        <Button
          variant="secondary"
          size="sm"
          render={<Link href={`/batches/${id}`} aria-label={t('list.continueLabel', { name })} />}
        >
          {t('list.continue')}
        </Button>
      )
    );
  if (readyOf(counts) === 0) return null;
  return (
    <IconButton
      label={t('list.exportLabel', { name })}
      size="icon-sm"
      render={<Link href={{ pathname: '/exports/new', query: { batch: id } }} />}
    >
      <Download aria-hidden />
    </IconButton>
  );
}
