'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { startBulkAction } from '@/lib/bulk/actions';
import type { BulkAction } from '@/lib/bulk/kinds';
import { codeKeys } from '@/lib/codes/query-options';
import type { OrganizeCardProps } from './organize-card';

type Kept = { tagIds: string[]; folderId: string | null };

/** What the screen shows at once, and what the server is told: the same actions as for many codes. */
export function useOrganize({ id, tagIds, folder }: OrganizeCardProps['code']) {
  const router = useRouter();
  const client = useQueryClient();
  const stored: Kept = { tagIds, folderId: folder?.id ?? null };
  const [wanted, setWanted] = useState<Kept | null>(null);
  const { mutate } = useMutation({
    mutationFn: (action: BulkAction) => outcomeOf(startBulkAction({ ...action, scope: { codeIds: [id] } })),
    onSuccess: () => {
      router.refresh();
      void client.invalidateQueries({ queryKey: codeKeys.all });
    },
    onError: (error) => {
      setWanted(null);
      toast.error(error.message);
    },
    scope: { id: `organize ${id}` },
  });
  const shown = wanted ?? stored;

  const setTags = (next: string[]) => {
    const added = next.filter((tagId) => !shown.tagIds.includes(tagId));
    const removed = shown.tagIds.filter((tagId) => !next.includes(tagId));
    setWanted({ ...shown, tagIds: next });
    if (added.length > 0) mutate({ kind: 'addTags', values: { tagIds: added } });
    if (removed.length > 0) mutate({ kind: 'removeTags', values: { tagIds: removed } });
  };
  const setFolder = (folderId: string | null) => {
    setWanted({ ...shown, folderId });
    mutate({ kind: 'move', values: { folderId } });
  };
  return { ...shown, setTags, setFolder };
}
