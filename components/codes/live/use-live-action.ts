'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { toast } from '@/components/ui/overlay/toast';
import type { ActionResult } from '@/lib/actions/outcome';

/** A change of a live code from its page, which then shows it; a refusal is said in a notice. */
export function useLiveAction() {
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  const run = (action: () => Promise<ActionResult<unknown>>, done: string, onDone?: () => void) =>
    start(async () => {
      const { serverError } = await reach(action());
      if (serverError) return toast.error(serverError.message);
      onDone?.();
      router.refresh();
      toast.success(done);
    });
  return { pending, run };
}
