'use client';

import { Pause, Pencil, Play, RotateCcw, Split, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useState } from 'react';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { dropLivePlanAction, setLiveTargetAction } from '@/lib/live/actions';
import type { Target } from '@/lib/live/target';
import { useLiveAction } from './use-live-action';

const TargetDialog = lazy(() => import('./target-dialog').then((room) => ({ default: room.TargetDialog })));
const RulesDialog = lazy(() =>
  import('./rules/rules-dialog').then((room) => ({ default: room.RulesDialog })),
);
const PauseDialog = lazy(() => import('./pause-dialog').then((room) => ({ default: room.PauseDialog })));

export type LiveButtonsProps = { codeId: string; openedPage: string; now: Target; serverNow: string };

export function LiveButtons({ codeId, openedPage, now, serverNow }: LiveButtonsProps) {
  const t = useTranslations('live');
  const [open, setOpen] = useState<'target' | 'rules' | 'pause' | null>(null);
  const { pending, run } = useLiveAction();
  const { page, parameters, rules } = now;
  const resume = () =>
    run(() => setLiveTargetAction({ codeId, values: { page, parameters, rules } }), t('resumed'));
  const close = () => setOpen(null);
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button variant="secondary" size="sm" onClick={() => setOpen('target')}>
        <Pencil aria-hidden />
        {t('change')}
      </Button>
      <Button variant="secondary" size="sm" onClick={() => setOpen('rules')}>
        <Split aria-hidden />
        {t('rules.open')}
      </Button>
      {now.isPaused ? (
        <Button variant="secondary" size="sm" pending={pending} onClick={resume}>
          <Play aria-hidden />
          {t('resume')}
        </Button>
      ) : (
        <Button variant="secondary" size="sm" onClick={() => setOpen('pause')}>
          <Pause aria-hidden />
          {t('pause')}
        </Button>
      )}
      <OnceWanted when={open === 'target'}>
        <TargetDialog {...{ codeId, openedPage, now }} open={open === 'target'} onClose={close} />
      </OnceWanted>
      <OnceWanted when={open === 'rules'}>
        <RulesDialog {...{ codeId, now, serverNow }} open={open === 'rules'} onClose={close} />
      </OnceWanted>
      <OnceWanted when={open === 'pause'}>
        <PauseDialog {...{ codeId, now }} open={open === 'pause'} onClose={close} />
      </OnceWanted>
    </div>
  );
}

export function DropPlanButton({ codeId, targetId }: { codeId: string; targetId: string }) {
  const t = useTranslations('live.planned');
  const { pending, run } = useLiveAction();
  const drop = () => run(() => dropLivePlanAction({ codeId, targetId }), t('dropped'));
  return (
    <IconButton label={t('drop')} size="icon-sm" disabled={pending} onClick={drop}>
      <X aria-hidden />
    </IconButton>
  );
}

export function RestoreButton({ codeId, target }: { codeId: string; target: Target }) {
  const t = useTranslations('live');
  const { pending, run } = useLiveAction();
  const { page, parameters, isPaused, message, rules } = target;
  const values = { page, parameters, isPaused, message, rules };
  const restore = () => run(() => setLiveTargetAction({ codeId, values }), t('saved'));
  return (
    <IconButton label={t('past.restore')} size="icon-sm" disabled={pending} onClick={restore}>
      <RotateCcw aria-hidden />
    </IconButton>
  );
}
