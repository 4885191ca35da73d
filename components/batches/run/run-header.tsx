'use client';

import { Download, Images, Printer, Repeat2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { VersionBadge } from '@/components/codes/version-badge';
import { PageHeader } from '@/components/layout/page/page-header';
import { SandboxBadge } from '@/components/layout/scope/sandbox-badge';
import { Button } from '@/components/ui/button';
import type { OpenedBatch, BatchProgress } from '@/lib/batches/report/run-types';
import { readyOf } from '../figures';
import { RenameBatch } from '../rename-batch';
import { StateBadge } from '../state-badge';
import { RunControls } from './run-controls';
import { RunMenu } from './run-menu';

export type RunHeaderProps = { batch: OpenedBatch; progress: BatchProgress; canWrite: boolean };

export function RunHeader({ batch, progress, canWrite }: RunHeaderProps) {
  const t = useTranslations('batches');
  const { name, source, miniProgram, editedCells: cells, removedRows: removed } = batch;
  const isOn = progress.state === 'RUNNING' || progress.state === 'PAUSED';
  const edits = cells + removed > 0 ? ` · ${t('grid.edits', { cells, removed })}` : '';
  return (
    <PageHeader
      back={{ href: '/batches', label: t('back') }}
      title={name}
      badge={
        <>
          {canWrite && <RenameBatch batch={batch} />}
          <StateBadge state={progress.state} counts={progress} />
          <VersionBadge version={batch.unreleased.version} />
          <SandboxBadge mode={miniProgram.mode} />
        </>
      }
      description={`${miniProgram.name} · ${t(`source.${source}`)} · ${t('rows', { count: progress.total })}${edits}`}
      actions={
        <>
          <ResultLinks batch={batch} progress={progress} canWrite={canWrite} />
          {canWrite && <RunControls batch={batch} progress={progress} />}
          {canWrite && isOn && <RunMenu batch={batch} left={progress.waiting + progress.running} />}
        </>
      }
    />
  );
}

/** What can be done with the codes that are there, and where the next table goes. */
function ResultLinks({ batch: { id }, progress, canWrite }: RunHeaderProps) {
  const t = useTranslations('batches.actions');
  const over = progress.state === 'FINISHED' || progress.state === 'CANCELLED';
  const some = readyOf(progress) > 0;
  // A paused batch may rest for days.
  const hasFiles = some && progress.state !== 'RUNNING';
  return (
    <>
      {over && canWrite && (
        <Button
          variant="secondary"
          render={<Link href={{ pathname: '/batches/new', query: { from: id } }} />}
        >
          <Repeat2 aria-hidden />
          {t('again')}
        </Button>
      )}
      {some && (
        <Button variant="secondary" render={<Link href={{ pathname: '/codes', query: { batch: id } }} />}>
          <Images aria-hidden />
          {t('gallery')}
        </Button>
      )}
      {hasFiles && (
        <Button
          variant="secondary"
          className="max-sm:-order-1"
          render={<Link href={{ pathname: '/print/new', query: { batch: id } }} />}
        >
          <Printer aria-hidden />
          {t('print')}
        </Button>
      )}
      {hasFiles && (
        <Button
          className="max-sm:order-first"
          render={<Link href={{ pathname: '/exports/new', query: { batch: id } }} />}
        >
          <Download aria-hidden />
          {t('export')}
        </Button>
      )}
    </>
  );
}
