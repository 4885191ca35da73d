'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal, outcomeOf, type ActionResult } from '@/lib/actions/outcome';
import type { PublicError } from '@/lib/i18n/translate-error';

type PresetAction = {
  run: () => Promise<ActionResult<unknown>>;
  said: () => string;
  onDone?: () => void;
  /** Shows the refusal at a field, instead of in a notice. */
  onRefused?: (detail: PublicError) => void;
};

/** Something done to the presets; the page reads them again after it. */
export function usePresetAction({ run, said, onDone, onRefused }: PresetAction) {
  const showError = useErrorToast();
  const router = useRouter();
  return useMutation({
    mutationFn: () => outcomeOf(run()),
    onSuccess: () => {
      toast.success(said());
      onDone?.();
      router.refresh();
    },
    onError: (error) => {
      if (onRefused && error instanceof ActionRefusal) onRefused(error.detail);
      else showError(error);
    },
  });
}
