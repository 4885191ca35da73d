'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { createExportAction } from '@/lib/exports/actions';

type Fields = [string, string][];

/**
 * Asks for an export of these fields. `exportId`: the last one that came of it; `isMade`: of these fields; `isFormer`: of others,
 * so that nobody takes it for what they see.
 */
export function useCreateExport(fields: Fields) {
  const showError = useErrorToast();
  const [made, setMade] = useState<{ id: string; of: string } | null>(null);
  const create = useMutation({
    mutationFn: (asked: Fields) => outcomeOf(createExportAction({ fields: asked })),
    onSuccess: (id, asked) => setMade(id ? { id, of: JSON.stringify(asked) } : null),
    onError: showError,
  });
  const isFormer = made !== null && made.of !== JSON.stringify(fields);
  return {
    ask: () => create.mutate(fields),
    isPending: create.isPending,
    exportId: made?.id ?? null,
    isFormer,
    isMade: made !== null && !isFormer,
  };
}
