'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import type { BatchProgress } from '@/lib/batches/report/run-types';
import { doneOf, goalOf } from '../figures';

const EVERY_MS = 20_000;

/** Tells screen readers how far it is: when the state changes, and else three times a minute, not at every number. */
export function LiveStatus({ progress }: { progress: BatchProgress }) {
  const t = useTranslations('batches');
  const [spoken, setSpoken] = useState('');
  const { state } = progress;
  const speak = useEffectEvent(() =>
    setSpoken(
      t('run.announce', {
        state: t(`state.${state}`),
        done: doneOf(progress),
        total: goalOf(progress),
        failed: progress.failed,
      }),
    ),
  );
  useEffect(() => {
    const first = setTimeout(speak);
    const timer = state === 'RUNNING' ? setInterval(speak, EVERY_MS) : undefined;
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [state]);
  return (
    <p role="status" className="sr-only">
      {spoken}
    </p>
  );
}
