'use client';

import { useMutation } from '@tanstack/react-query';
import { Image as ImageIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { toast } from '@/components/ui/overlay/toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { addPictureAction } from '@/lib/print/pictures/actions';
import { PICTURE_SMALL_PX, type AddedPicture } from '@/lib/print/pictures/limits';
import { ChoosePictures, usePictureRefusal } from './choose-pictures';

export type AddPictureProps = {
  designId: string;
  label: string;
  onAdded: (picture: AddedPicture) => void;
};

/** Chooses a file for the piece. What is wrong with it is said in a notice; nothing else changes then. */
export function AddPicture({ designId, label, onAdded }: AddPictureProps) {
  const t = useTranslations();
  const showError = useErrorToast();
  const refusal = usePictureRefusal();
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
      const said = refusal.answered(error);
      if (said) toast.error(said);
      else showError(error);
    },
  });
  const choose = (file: File) => {
    const said = refusal.before(file);
    if (said) toast.error(said);
    else add.mutate(file);
  };
  return (
    <ChoosePictures
      icon={ImageIcon}
      label={label}
      pending={add.isPending}
      onChosen={([file]) => file && choose(file)}
    />
  );
}
