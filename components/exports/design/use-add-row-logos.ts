import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/use-error-toast';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { withLogoFile } from '@/lib/print/designs/edit';
import { addPictureAction } from '@/lib/print/pictures/actions';
import { PICTURE_MAX_MB } from '@/lib/print/pictures/limits';
import { ROW_LOGOS_MAX } from '@/lib/print/row-logos';
import type { History } from './use-history';

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
  const refusalOf = useRefusal();
  const known = design.elements[at];
  const room = ROW_LOGOS_MAX - ((known?.kind === 'code' && known.logos?.files.length) || 0);
  const send = async (file: File) => {
    const picture = await outcomeOf(addPictureAction({ designId: design.key, file, use: 'row' }));
    if (picture)
      change((now) => withLogoFile(now, at, { name: file.name, picture: picture.id }), `${at} logoFiles`);
  };
  const add = useMutation({
    mutationFn: async (files: File[]) => {
      for (const [done, file] of files.entries()) {
        setProgress({ at: done + 1, count: files.length });
        const said = refusalOf.before(file, done < room) ?? (await send(file).catch(refusalOf.answered));
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

function useRefusal() {
  const t = useTranslations();
  return {
    /** What is too big is not sent first. */
    before: (file: File, hasRoom: boolean) => {
      if (!hasRoom) return t('designs.fields.logoFilesTooMany', { max: ROW_LOGOS_MAX });
      return file.size > PICTURE_MAX_MB * 1024 * 1024
        ? t('exports.issues.pictureTooBig', { max: PICTURE_MAX_MB })
        : null;
    },
    /** @throws what is not about this file */
    answered: (error: unknown) => {
      const said = error instanceof ActionRefusal ? error.detail.fields.file : undefined;
      if (!said) throw error;
      return said;
    },
  };
}
