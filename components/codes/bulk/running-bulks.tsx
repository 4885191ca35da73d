'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import { fetchJson } from '@/lib/http/fetch-json';
import type { BulkProgress } from '@/lib/bulk/kinds';
import { runningBulksOptions } from '@/lib/bulk/query-options';
import { RunningBulk } from './running-bulk';
import { recallAction } from './undo-memory';
import { useBulkTexts } from './use-bulk-texts';
import { useRefresh } from './use-refresh';
import { useUndo } from './use-undo';

const NONE: BulkProgress[] = [];

/** Says what became of those that are no longer at work. */
function useEnds(running: BulkProgress[]) {
  const t = useTranslations();
  const texts = useBulkTexts();
  const undo = useUndo();
  const refresh = useRefresh();
  const before = useRef<string[]>([]);
  const onEnded = useEffectEvent(async (bulkId: string) => {
    const bulk = await fetchJson<BulkProgress>(`/api/bulks/${bulkId}`).catch(() => null);
    if (bulk && bulk.state !== 'RUNNING')
      toast.success(texts.done(bulk), {
        ...{ description: texts.failed(bulk), id: bulkId },
        // Whoever started it here can take it back.
        ...(recallAction()?.bulkId === bulkId && {
          action: { label: t('common.undo'), onClick: () => void undo(bulkId) },
        }),
      });
    await refresh();
  });
  useEffect(() => {
    const ids = running.map(({ id }) => id);
    for (const id of before.current) if (!ids.includes(id)) void onEnded(id);
    before.current = ids;
  }, [running]);
}

/** The actions on many codes that are at work, whoever started them: here after a reload, and on every page. */
export function RunningBulks({ canWrite }: { canWrite: boolean }) {
  const t = useTranslations('bulk.running');
  const running = useQuery(runningBulksOptions()).data ?? NONE;
  useEnds(running);
  if (running.length === 0) return null;
  return (
    <section
      data-stays
      aria-label={t('label')}
      className="sticky top-3 z-20 mb-5 flex flex-col gap-2 max-lg:top-17"
    >
      {running.map((bulk) => (
        <RunningBulk key={bulk.id} bulk={bulk} canStop={canWrite} />
      ))}
    </section>
  );
}
