'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { HistoryCard } from '@/components/data/history/history-disclosure';
import { batchProgressOptions } from '@/lib/batches/report/query-options';
import type { OpenedBatch } from '@/lib/batches/report/run-types';
import { NOTICE_KEY } from '@/lib/notices/query-options';
import { CodeWall, isAllDone } from './code-wall';
import { ErrorGroups } from './error-groups';
import { LiveStatus } from './live-status';
import { ProgressCard } from './progress-card';
import { RowsCard } from './rows-card';
import { RunHeader } from './run-header';
import { RunNotice } from './run-notice';

const UnreleasedNotice = dynamic(() => import('./unreleased-notice').then((room) => room.UnreleasedNotice));

export type BatchRunProps = { batch: OpenedBatch; canWrite: boolean };

/** A batch that was started, until its end and after it. What stands here is read from the server all the time. */
export function BatchRun({ batch, canWrite }: BatchRunProps) {
  const { data, isError } = useQuery({ ...batchProgressOptions(batch.id), initialData: batch.progress });
  const router = useRouter();
  const client = useQueryClient();
  const { state } = data;
  const shownState = useRef(batch.state);
  // What stands outside of this component too: the moments of start and end, the quota in the frame. Once for each state
  // that is seen: the page that comes may know another state already, and must not be asked for again because of it.
  useEffect(() => {
    if (state === shownState.current) return;
    shownState.current = state;
    router.refresh();
    // The bell rings for the end that is seen here.
    void client.invalidateQueries({ queryKey: NOTICE_KEY });
  }, [state, router, client]);
  // A cancelled batch is over for good.
  const canRetry = canWrite && state !== 'CANCELLED';
  const isOver = state === 'FINISHED' || state === 'CANCELLED';
  return (
    <>
      <RunHeader batch={batch} progress={data} canWrite={canWrite} />
      <LiveStatus progress={data} />
      <div className="flex flex-col gap-6">
        {(isError || !isAllDone(data)) && <RunNotice progress={data} offline={isError} />}
        {isOver && batch.unreleased.count > 0 && <UnreleasedNotice batch={batch} canWrite={canWrite} />}
        <ProgressCard batch={batch} progress={data} />
        <CodeWall progress={data} />
        {data.errors.length > 0 && <ErrorGroups batchId={batch.id} progress={data} canRetry={canRetry} />}
        <RowsCard batch={batch} progress={data} canRetry={canRetry} />
        <HistoryCard kind="batches" id={batch.id} />
      </div>
    </>
  );
}
