'use client';

import { useRouter } from 'next/navigation';
import { useStartBulk } from '@/components/codes/bulk/use-start-bulk';

/** Deletes without asking, because it can be undone: from the notice, also after the page has changed. */
export function useDeleteCode(id: string) {
  const router = useRouter();
  const { mutate, isPending } = useStartBulk(() => router.push('/codes'));
  return { remove: () => mutate({ kind: 'delete', scope: { codeIds: [id] } }), pending: isPending };
}
