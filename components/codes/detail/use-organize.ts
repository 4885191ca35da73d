'use client';

import { useState } from 'react';
import { useStartBulk } from '@/components/codes/bulk/use-start-bulk';
import type { BulkAction } from '@/lib/bulk/kinds';
import type { CodeDetail } from '@/lib/codes/find/queries';

type Kept = { tagIds: string[]; folderId: string | null };

/** What the screen shows at once, and what the server is told: the same actions as for many codes, with their undo. */
export function useOrganize({ id, tagIds, folder }: Pick<CodeDetail, 'id' | 'tagIds' | 'folder'>) {
  const stored: Kept = { tagIds, folderId: folder?.id ?? null };
  const basis = JSON.stringify(stored);
  // Holds until the page brings something else than what it was chosen on.
  const [wanted, setWanted] = useState<{ kept: Kept; basis: string } | null>(null);
  const { start } = useStartBulk(() => undefined);
  const shown = wanted?.basis === basis ? wanted.kept : stored;

  const act = (action: BulkAction, kept: Kept) => {
    setWanted({ kept, basis });
    start({ ...action, scope: { codeIds: [id] } }, () => setWanted(null));
  };
  const setTags = (next: string[]) => {
    const kept = { ...shown, tagIds: next };
    const added = next.filter((tagId) => !shown.tagIds.includes(tagId));
    const removed = shown.tagIds.filter((tagId) => !next.includes(tagId));
    if (added.length > 0) act({ kind: 'addTags', values: { tagIds: added } }, kept);
    if (removed.length > 0) act({ kind: 'removeTags', values: { tagIds: removed } }, kept);
  };
  const setFolder = (folderId: string | null) =>
    act({ kind: 'move', values: { folderId } }, { ...shown, folderId });
  return { ...shown, setTags, setFolder };
}
