'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import type { ActionResult } from '@/lib/actions/outcome';
import { useReach } from './use-reach';

/** Calls an action from a dialog, which closes when it is answered; a refusal is said in a notice. */
export function useDialogAction(done: string) {
  const router = useRouter();
  const reach = useReach();
  const [open, setOpen] = useState(true);
  const [pending, start] = useTransition();
  const run = (action: () => Promise<ActionResult<unknown>>) =>
    start(async () => {
      const { serverError } = await reach(action());
      if (serverError) return toast.error(serverError.message);
      setOpen(false);
      router.refresh();
      toast.success(done);
    });
  return { open, setOpen, pending, run };
}
