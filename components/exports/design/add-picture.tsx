'use client';

import { useMutation } from '@tanstack/react-query';
import { Image as ImageIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { useErrorToast } from '@/components/data/use-error-toast';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { addPictureAction } from '@/lib/print/pictures/actions';
import {
  PICTURE_MAX_MB,
  PICTURE_SMALL_PX,
  PICTURE_TYPES,
  type AddedPicture,
} from '@/lib/print/pictures/limits';

export type AddPictureProps = {
  designId: string;
  label: string;
  onAdded: (picture: AddedPicture) => void;
};

/** Chooses a file for the piece. What is wrong with it is said in a notice; nothing else changes then. */
export function AddPicture({ designId, label, onAdded }: AddPictureProps) {
  const input = useRef<HTMLInputElement>(null);
  const t = useTranslations();
  const showError = useErrorToast();
  const add = useMutation({
    mutationFn: (file: File) => outcomeOf(addPictureAction({ designId, file })),
    onSuccess: (picture) => {
      if (!picture) return;
      onAdded(picture);
      const { widthPx: width, heightPx: height } = picture;
      if (Math.max(width, height) < PICTURE_SMALL_PX)
        toast.info(t('designs.pictureSmall', { width, height }));
    },
    onError: (error) => {
      const said = error instanceof ActionRefusal ? error.detail.fields.file : undefined;
      if (said) toast.error(said);
      else showError(error);
    },
  });
  const choose = (file: File) => {
    // What is too big is not sent first.
    if (file.size > PICTURE_MAX_MB * 1024 * 1024)
      toast.error(t('exports.issues.pictureTooBig', { max: PICTURE_MAX_MB }));
    else add.mutate(file);
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={PICTURE_TYPES.join(',')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) choose(file);
          // The same file again is a choice too.
          target.value = '';
        }}
      />
      <Button variant="secondary" size="sm" pending={add.isPending} onClick={() => input.current?.click()}>
        <ImageIcon aria-hidden />
        {label}
      </Button>
    </>
  );
}
