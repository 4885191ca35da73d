'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { TableSkeleton } from '@/components/data/states/page-skeletons';
import { QueryError } from '@/components/data/states/query-error';
import { Alert } from '@/components/ui/alert';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/components/ui/cn';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import { isLivePlan } from '@/lib/batches/plan/plan';
import type { RowVerdict } from '@/lib/db/generated/enums';
import type { PlanValues } from '../plan-values';
import type { DryRunState } from './use-dry-run';
import { VerdictTiles } from './verdict-tiles';

/** Of no use before the table has been judged. */
const VerdictRows = dynamic(() => import('./verdict-rows').then((room) => room.VerdictRows), {
  ssr: false,
  loading: () => <TableSkeleton rows={5} columns={4} />,
});

/** As many rows are seen at once. */
const SAID_BY_ROWS = 5;

/** Of a table without a mistake none of these is loaded. */
const MendList = dynamic(() => import('./mend-list').then((room) => room.MendList), { ssr: false });
const LeaveOut = dynamic(() => import('./leave-out').then((room) => room.LeaveOut), { ssr: false });
const ProblemList = dynamic(() => import('./problem-list').then((room) => room.ProblemList), { ssr: false });
const LiveOffer = dynamic(() => import('./live-offer').then((room) => room.LiveOffer), { ssr: false });
const WarningList = dynamic(() => import('./problem-list').then((room) => room.WarningList), { ssr: false });

export type CheckSectionProps = {
  draft: Draft;
  check: DryRunState;
  /** Opens the sheet at a row. */
  onEdit: (row: number) => void;
};

/** The dry run: what would become of every row. Nothing is sent and nothing is spent. */
export function CheckSection({ draft, check, onEdit }: CheckSectionProps) {
  const t = useTranslations('batches.check');
  const { dryRun, stale, error, problems } = check;
  const texts = Object.values(problems).filter((text) => text !== undefined);
  if (texts.length > 0) return <Unfinished texts={texts} />;
  if (error && !dryRun)
    return <QueryError title={t('failed')} error={error} onRetry={check.retry} retrying={stale} />;
  if (!dryRun) return <CheckSkeleton rowCount={draft.rowCount} />;
  return (
    <div
      aria-busy={stale}
      className={cn('flex flex-col gap-5 transition-opacity duration-150', stale && 'opacity-55')}
    >
      <p role="status" className="sr-only">
        {stale ? t('running', { count: draft.rowCount }) : t('announce', dryRun.counts)}
      </p>
      <Verdicts {...{ draft, dryRun, stale, onEdit }} />
    </div>
  );
}

/** The plan does not fit the table yet; the same is said at the fields. */
function Unfinished({ texts }: { texts: string[] }) {
  const t = useTranslations('batches.check');
  return (
    <Alert title={t('unfinished')}>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Alert>
  );
}

type VerdictsProps = Pick<CheckSectionProps, 'draft' | 'onEdit'> & { dryRun: DryRun; stale: boolean };

/**
 * What is not explained elsewhere: what can be mended in every row is said at the offer to mend it, and a few mistakes of which each is another one stand in the table below, each beside its row.
 */
function problemsLeft({ problems }: DryRun): DryRun['problems'] {
  if (problems.length <= SAID_BY_ROWS && problems.every(({ rows }) => rows === 1)) return [];
  return problems.filter(({ left }) => left !== 0);
}

function Reasons({ draft, dryRun, stale }: Pick<VerdictsProps, 'draft' | 'dryRun' | 'stale'>) {
  const { mends = [], unfit, warnings, otherNames } = dryRun;
  const [endpoint, isLive] = useWatch<PlanValues, ['endpoint', 'isLive']>({ name: ['endpoint', 'isLive'] });
  const problems = problemsLeft(dryRun);
  return (
    <>
      {mends.length > 0 && <MendList mends={mends} stale={stale} />}
      {draft.guess.reasons.scene?.by === 'purpose' && (
        <LeaveOut guess={draft.guess} problems={dryRun.problems} stale={stale} />
      )}
      {(unfit || isLivePlan({ endpoint, isLive })) && <LiveOffer {...{ draft, unfit, stale }} />}
      {problems.length > 0 && <ProblemList problems={problems} />}
      <WarningList warnings={warnings} otherNames={otherNames} />
    </>
  );
}

/** The bad rows come first, when there are any; else the list waits until somebody asks. */
function Verdicts({ draft, dryRun, stale, onEdit }: VerdictsProps) {
  const t = useTranslations('batches.check');
  const [asked, setAsked] = useState<RowVerdict | null>(null);
  const { counts } = dryRun;
  const bad = counts.invalid + counts.duplicate;
  const chosen = asked !== null && counts[asked] > 0 ? asked : bad > 0 ? 'bad' : null;
  return (
    <>
      <VerdictTiles counts={counts} chosen={chosen === 'bad' ? null : chosen} onChoose={setAsked} />
      <Reasons {...{ draft, dryRun, stale }} />
      {bad === 0 && <p className="text-success-text">{t('allPass', { count: dryRun.rowCount })}</p>}
      {chosen !== null && <VerdictRows batchId={draft.id} {...{ dryRun, onEdit }} verdict={chosen} />}
    </>
  );
}

function CheckSkeleton({ rowCount }: { rowCount: number }) {
  const t = useTranslations('batches.check');
  return (
    <div role="status" className="flex flex-col gap-4">
      <p className="text-muted-foreground">{t('running', { count: rowCount })}</p>
      <div className="grid grid-cols-2 gap-3 xl:grid-cols-4">
        {[1, 2, 3, 4].map((tile) => (
          <Skeleton key={tile} className="h-19 rounded-lg" />
        ))}
      </div>
    </div>
  );
}
