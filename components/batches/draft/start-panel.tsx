'use client';

import { Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { useShortcuts } from '@/components/layout/keys/use-shortcuts';
import { thumbBar } from '@/components/layout/thumb-bar';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { DryRun } from '@/lib/batches/check/dry-run-types';
import { obstacleTo } from '@/lib/batches/check/obstacle';
import type { BatchPolicy } from '@/lib/batches/plan/plan';
import { useDurationText } from '../use-duration-text';
import { CostText } from '@/components/batches/draft/check/cost-text';
import { PanelSkeleton } from './panel-skeleton';
import { PolicyField } from './policy-field';
import type { PlanValues } from './plan-values';

export type StartPanelProps = {
  draft: Draft;
  dryRun: DryRun | undefined;
  /** What is shown belongs to an earlier plan; the new one is being judged. */
  stale: boolean;
  starting: boolean;
  error: string | null;
  onStart: () => void;
  /** Goes to what was found. */
  onReasons: () => void;
};

/** What pressing the button will do and cost, in words, before it is pressed. */
export function StartPanel(props: StartPanelProps) {
  const { draft, dryRun, stale, starting, error, onStart, onReasons } = props;
  const policy = useWatch<PlanValues, 'policy'>({ name: 'policy' });
  const t = useTranslations('batches.check');
  const duration = useDurationText();
  if (!dryRun) return <PanelSkeleton />;
  const { counts } = dryRun;
  const bad = counts.duplicate + counts.invalid;
  return (
    <Card className="flex flex-col gap-4 p-5" aria-busy={stale}>
      <CostText dryRun={dryRun} sandbox={draft.miniProgram.mode === 'SANDBOX'} />
      {counts.new > 0 && (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">
          {t('time', { duration: duration(dryRun.estimatedSeconds) })}
        </p>
      )}
      {bad > 0 && <PolicyField />}
      <div className="flex flex-col gap-2">
        <StartButton {...{ dryRun, stale, starting, onStart }} />
        <Consequence {...{ dryRun, policy, onReasons }} />
      </div>
      {error && (
        <Alert tone="danger" role="alert">
          {error}
        </Alert>
      )}
    </Card>
  );
}

type StartButtonProps = Pick<StartPanelProps, 'stale' | 'starting' | 'onStart'> & { dryRun: DryRun };

function StartButton({ dryRun, stale, starting, onStart }: StartButtonProps) {
  const t = useTranslations('batches.check');
  const policy = useWatch<PlanValues, 'policy'>({ name: 'policy' });
  const ready = !stale && !starting && obstacleTo(dryRun, policy) === null;
  useShortcuts({ submit: ready ? onStart : undefined });
  return (
    <div className={thumbBar}>
      <Button
        size="lg"
        className="w-full"
        pending={starting}
        disabled={!starting && !ready}
        aria-keyshortcuts={ariaKeys('submit')}
        onClick={onStart}
      >
        {!starting && <Play aria-hidden />}
        {starting ? t('starting') : <StartText dryRun={dryRun} />}
        {ready && <ShortcutKeys id="submit" className="ms-1 max-lg:hidden" />}
      </Button>
    </div>
  );
}

function StartText({ dryRun: { counts } }: { dryRun: DryRun }) {
  const t = useTranslations('batches.check');
  if (counts.new > 0) return t('start', { count: counts.new });
  return counts.reused > 0 ? t('startReuse', { count: counts.reused }) : t('startNothing');
}

/** Why the button is locked, or what it leaves out. */
type ConsequenceProps = Pick<StartPanelProps, 'onReasons'> & { dryRun: DryRun; policy: BatchPolicy };

function Consequence({ dryRun, policy, onReasons }: ConsequenceProps) {
  const t = useTranslations('batches.check');
  const obstacle = obstacleTo(dryRun, policy);
  const { counts } = dryRun;
  const bad = counts.duplicate + counts.invalid;
  const texts = {
    badRows: t('blockedBad', { count: bad }),
    nothing: t('blockedNothing'),
    quota: t('blockedQuota'),
  };
  const skipping = bad > 0 && policy === 'skip';
  const text = obstacle ? texts[obstacle] : skipping && t('skips', { count: bad });
  if (!text) return null;
  return (
    <p aria-live="polite" className="text-[0.8125rem] leading-5 text-pretty text-muted-foreground">
      {text}{' '}
      {bad > 0 && (
        <Button type="button" variant="link" size="sm" onClick={onReasons}>
          {t('reasons')}
        </Button>
      )}
    </p>
  );
}
