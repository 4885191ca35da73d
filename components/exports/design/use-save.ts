import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { toast } from '@/components/ui/overlay/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import type { Design } from '@/lib/print/design';
import { saveDesignAction } from '@/lib/print/designs/actions';
import type { DesignStart } from '@/lib/print/print-types';

type Saved = { design: Design; stock: string; revision: number };

/** What stands on the server, and the way there. */
export function useSave({ kept, revision }: Pick<DesignStart, 'kept' | 'revision'>) {
  const t = useTranslations('designs');
  const showError = useErrorToast();
  const [saved, setSaved] = useState<Saved>({ design: kept.design, stock: kept.stock, revision });
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ design, stock }: Pick<Saved, 'design' | 'stock'>) => {
      const { key: _key, name: _name, ...bare } = design;
      const values = { revision: saved.revision, stock, design: bare };
      const next = await outcomeOf(saveDesignAction({ designId: kept.id, values }));
      return { design, stock, revision: next ?? saved.revision };
    },
    onSuccess: (now) => {
      setSaved(now);
      toast.success(t('saved'));
    },
    onError: showError,
  });
  return { saved, save: mutate, isSaving: isPending };
}
