import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { usePictureRefusal } from '@/components/exports/design/choose-pictures';
import type { History } from '@/components/exports/design/use-history';
import { outcomeOf } from '@/lib/actions/outcome';
import { withLogoFile } from '@/lib/print/designs/edit-logos';
import { addPictureAction } from '@/lib/print/pictures/actions';
import { ROW_LOGOS_MAX } from '@/lib/print/row-logos';

/** A file that was not taken, and why. */
export type RefusedFile = { name: string; text: string };

/**
 * Adds pictures for rows, one file after the other. Those that are good are kept, whatever is wrong with others; all of them are
 * one step to undo.
 */
export function useAddRowLogos({ design, change, rest }: History, at: number) {
  const showError = useErrorToast();
  const [progress, setProgress] = useState({ at: 0, count: 0 });
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const refusal = usePictureRefusal();
  const tooMany = useTranslations('designs.fields')('logoFilesTooMany', { max: ROW_LOGOS_MAX });
  const known = design.elements[at];
  const room = ROW_LOGOS_MAX - ((known?.kind === 'code' && known.logos?.files.length) || 0);
  /** @returns why it was not taken; @throws what is not about this file */
  const send = async (file: File): Promise<string | null> => {
    try {
      const picture = await outcomeOf(addPictureAction({ designId: design.key, file, use: 'row' }));
      if (picture)
        change((now) => withLogoFile(now, at, { name: file.name, picture: picture.id }), `${at} logoFiles`);
      return null;
    } catch (error) {
      const said = refusal.answered(error);
      if (said === null) throw error;
      return said;
    }
  };
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      for (const [done, file] of files.entries()) {
        setProgress({ at: done + 1, count: files.length });
        const said = done < room ? (refusal.before(file) ?? (await send(file))) : tooMany;
        if (said) setRefused((others) => [...others, { name: file.name, text: said }]);
      }
    },
    onMutate: () => {
      rest();
      setRefused([]);
    },
    onError: showError,
  });
  return { add: add.mutate, isAdding: add.isPending, progress, refused };
}
