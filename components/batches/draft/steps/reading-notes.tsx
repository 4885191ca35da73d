'use client';

import type { Draft } from '@/lib/batches/draft/draft-types';
import { EncodingDoubt } from '../mapping/encoding-doubt';
import { FindingList } from '../mapping/finding-list';
import { RereadQuestion } from '../mapping/reread-question';
import { useReread } from '../mapping/use-reread';

/** What is remarkable about the table, to be answered where it is checked. */
export function ReadingNotes({ draft }: { draft: Draft }) {
  const reread = useReread(draft);
  return (
    <>
      <EncodingDoubt origin={draft.origin} reread={reread} />
      <FindingList findings={draft.findings} origin={draft.origin} reread={reread} />
      <RereadQuestion reread={reread} />
    </>
  );
}
