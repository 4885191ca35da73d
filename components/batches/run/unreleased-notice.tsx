'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState, useTransition } from 'react';
import type { BulkTarget } from '@/components/codes/bulk/target';
import { useBulkActions } from '@/components/codes/bulk/use-bulk-actions';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { outcomeOf } from '@/lib/actions/outcome';
import type { OpenedBatch } from '@/lib/batches/report/run-types';
import { countMatchingAction } from '@/lib/bulk/actions';
import { NO_FILTERS } from '@/lib/codes/find/filters';

const ConfirmPromote = dynamic(() =>
  import('@/components/codes/bulk/dialogs/confirm-promote').then((room) => room.ConfirmPromote),
);

export type UnreleasedNoticeProps = { batch: Pick<OpenedBatch, 'id' | 'unreleased'>; canWrite: boolean };

/** A batch is printed as a whole: what customers cannot open of it is said before, with the way to what they can. */
export function UnreleasedNotice({ batch, canWrite }: UnreleasedNoticeProps) {
  const t = useTranslations('batches.run');
  const { count } = batch.unreleased;
  return (
    <Alert
      tone="warning"
      title={t('unreleasedNotice', { count })}
      actions={canWrite && <PromoteBatch batchId={batch.id} count={count} />}
    >
      {t('unreleasedText')}
    </Alert>
  );
}

/** The bulk action of the gallery on all codes of the batch, which passes by those that open the release version. */
function PromoteBatch({ batchId, count }: { batchId: string; count: number }) {
  const t = useTranslations('bulk.actions');
  const bulk = useBulkActions(() => undefined);
  const showError = useErrorToast();
  const [pending, start] = useTransition();
  const [target, setTarget] = useState<BulkTarget | null>(null);
  const ask = () =>
    start(async () => {
      const filters = { ...NO_FILTERS, batch: batchId };
      const matching = await outcomeOf(countMatchingAction({ filters })).catch(showError);
      if (!matching) return;
      const all = { scope: { filters, ...matching }, count, items: [], isMatching: true };
      setTarget(all);
      bulk.act('promote', all);
    });
  return (
    <>
      <Button size="sm" pending={pending} onClick={ask}>
        {t('promote')}
      </Button>
      {target && (
        <ConfirmPromote asking={{ id: 'promote', target }} open={bulk.asking !== null} actions={bulk} />
      )}
    </>
  );
}
