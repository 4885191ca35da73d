'use client';

import { Download, Pencil, RotateCw } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useFailureTexts } from '@/components/codes/detail/use-failure-texts';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import { outcomeOf } from '@/lib/actions/outcome';
import { errorListUrl } from '@/lib/batches/report/query-options';
import { mendFaultyAction, retryFailedAction } from '@/lib/batches/run-actions';
import type { BatchError, BatchProgress } from '@/lib/batches/report/run-types';
import { AskedPage } from './asked-page';
import { useBatchAction } from './use-batch-action';

export type ErrorGroupsProps = { batchId: string; progress: BatchProgress; canRetry: boolean };

/** Ten thousand rows fail for three causes: the causes are what a person can do something about. */
export function ErrorGroups({ batchId, progress, canRetry }: ErrorGroupsProps) {
  const t = useTranslations('batches');
  const isOver = progress.state === 'FINISHED';
  return (
    <Card>
      <section aria-label={t('errors.title')}>
        <CardHeader
          title={t('errors.title')}
          description={t('errors.text')}
          actions={
            <>
              <Button
                variant="secondary"
                size="sm"
                title={t('errors.listHint')}
                render={<a href={errorListUrl(batchId)} download />}
              >
                <Download aria-hidden />
                {t('errors.list')}
              </Button>
              {canRetry && isOver && <MendButton batchId={batchId} />}
              {canRetry && progress.errors.length > 1 && (
                <RetryButton batchId={batchId} count={progress.failed} />
              )}
            </>
          }
        />
        <ul className="mt-4 divide-y divide-border border-t border-border">
          {progress.errors.map((error) => (
            <li key={error.cause} className="px-5 py-4 sm:px-6">
              <ErrorGroup batchId={batchId} error={error} canRetry={canRetry} />
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}

type ErrorGroupProps = { batchId: string; error: BatchError; canRetry: boolean };

function ErrorGroup({ batchId, error, canRetry }: ErrorGroupProps) {
  const t = useTranslations();
  const { title, cause, remedy } = useFailureTexts()(error.key);
  const { example } = error;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-1 basis-96">
        <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
          {title}
          {error.errcode !== null && (
            <code className="font-mono text-xs font-normal text-muted-foreground">{error.errcode}</code>
          )}
          <Badge tone="danger">{t('batches.rows', { count: error.count })}</Badge>
        </h3>
        <p className="mt-1 text-[0.8125rem] leading-5 text-pretty text-muted-foreground">{cause}</p>
        <p className="mt-1 text-[0.8125rem] leading-5 text-pretty">
          {remedy}{' '}
          <span className="text-muted-foreground">
            {t('batches.errors.actor')}
            {t(`codes.detail.failure.actor.${error.actor}`)}
          </span>
        </p>
        <p className="mt-1.5 text-[0.8125rem] leading-5 text-muted-foreground">
          {t('batches.errors.example', { line: example.line })}{' '}
          <Link
            href={`/codes/${example.codeId}`}
            className="rounded-xs text-foreground underline decoration-border underline-offset-4 focus-ring hover:decoration-current"
          >
            {example.name}
          </Link>
          {example.errmsg && <code className="ms-2 font-mono text-xs wrap-anywhere">{example.errmsg}</code>}
        </p>
        {example.page && <AskedPage page={example.page} className="mt-1 block leading-5" />}
      </div>
      {canRetry && <RetryButton batchId={batchId} cause={error.cause} count={error.count} />}
    </div>
  );
}

/** What another try does not help is put right in a table of its own. */
function MendButton({ batchId }: { batchId: string }) {
  const t = useTranslations('batches.errors');
  const router = useRouter();
  const showError = useErrorToast();
  const mend = useMutation({
    mutationFn: () => outcomeOf(mendFaultyAction({ batchId })),
    onSuccess: (draftId) => router.push(`/batches/${draftId}?step=columns`),
    onError: showError,
  });
  return (
    <Button
      variant="secondary"
      size="sm"
      title={t('mendHint')}
      pending={mend.isPending || mend.isSuccess}
      onClick={() => mend.mutate()}
    >
      <Pencil aria-hidden />
      {t('mend')}
    </Button>
  );
}

type RetryButtonProps = { batchId: string; cause?: string | undefined; count: number };

/** All failures, or those of one cause. */
function RetryButton({ batchId, cause, count }: RetryButtonProps) {
  const t = useTranslations('batches');
  const retry = useBatchAction({
    batchId,
    run: () => retryFailedAction({ batchId, cause }),
    said: () => t('run.retried', { count }),
  });
  return (
    <Button variant="secondary" size="sm" pending={retry.isPending} onClick={() => retry.mutate()}>
      <RotateCw aria-hidden />
      {cause === undefined ? t('run.retryFailed', { count }) : t('errors.retry', { count })}
    </Button>
  );
}
