'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { LateBoundary } from '@/components/ui/overlay/late-boundary';
import { primaryButton } from '@/components/ui/primary-button';

const FaultText = lazy(() => import('./fault-text').then((room) => ({ default: room.FaultText })));

/** Next gives faults of the server a digest; instrumentation.ts logs the stack under it. */
export type FaultPageProps = { error: Error & { digest?: string }; retry: () => void };

/** Every page carries it: in a few words and a way on, which stand there alone when nothing more can be fetched. */
export function FaultPage(props: FaultPageProps) {
  return (
    <LateBoundary fallback={<PlainFault {...props} />}>
      <Suspense>
        <FaultText {...props} />
      </Suspense>
    </LateBoundary>
  );
}

function PlainFault({ error: { digest } }: FaultPageProps) {
  const t = useTranslations();
  return (
    <div className="flex min-h-[70dvh] flex-col items-center justify-center gap-5 px-6 text-center">
      <h1 className="text-xl leading-8 font-semibold">{t('layout.fault.title')}</h1>
      <p className="text-muted-foreground">{t('common.failure.unloaded')}</p>
      <button type="button" onClick={() => window.location.reload()} className={primaryButton}>
        {t('common.failure.reload')}
      </button>
      {digest && <code className="font-mono text-xs text-muted-foreground">{digest}</code>}
    </div>
  );
}
