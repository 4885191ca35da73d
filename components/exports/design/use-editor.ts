import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import { designProblems } from '@/lib/print/design-problems';
import type { DesignStart } from '@/lib/print/print-types';
import { useHistory } from './use-history';
import { usePlaceholder } from './use-placeholder';
import { useSave } from './use-save';
import { useUnsaved } from './use-unsaved';

/** All that the editor knows: the design, what is chosen of it, what it is looked at with, and what is saved. */
export function useEditor({ kept, revision, samples }: Omit<DesignStart, 'canChange'>) {
  const t = useTranslations('designs');
  const history = useHistory(kept.design);
  const { design, change, rest } = history;
  const [stock, setStock] = useState(kept.stock);
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState(0);
  const placeholder = usePlaceholder();
  const { saved, save, isSaving } = useSave({ kept, revision });
  const isSaved = saved.design === design && saved.stock === stock;
  const unsaved = useMemo(
    () => (isSaved ? null : { revision: saved.revision, design, stock }),
    [isSaved, saved.revision, design, stock],
  );
  useUnsaved(kept.id, { unsaved, revision }, (found) => {
    change(found.design);
    setStock(found.stock);
    toast.info(t('found'));
  });
  const problems = designProblems(design);
  const choose = (at: number | null) => {
    if (at !== chosen) rest();
    setChosen(at);
  };
  const submit = () => {
    if (problems.length > 0) toast.error(t('notes.refused'));
    else save({ design, stock });
  };
  const element = chosen === null ? null : (design.elements[chosen] ?? null);
  const sample = samples[shown] ?? placeholder;
  const looked = { samples, sample, shown, setShown };
  return {
    ...{ history, design, stock, setStock, problems, looked },
    ...{ chosen: element ? chosen : null, element, choose },
    ...{ isSaved, isSaving, submit },
  };
}

export type Editor = ReturnType<typeof useEditor>;
