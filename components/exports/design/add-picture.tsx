'use client';

import { useMutation } from '@tanstack/react-query';
import { Image as ImageIcon } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { useErrorToast } from '@/components/data/use-error-toast';
import { ActionRefusal, outcomeOf } from '@/lib/actions/outcome';
import { addPictureAction } from '@/lib/print/pictures/actions';
import { PICTURE_TYPES, type AddedPicture } from '@/lib/print/pictures/limits';

export type AddPictureProps = {
  designId: string;
  label: string;
  onAdded: (picture: AddedPicture) => void;
};

/** Chooses a file for the piece. What is wrong with it is said in a notice; nothing else changes then. */
export function AddPicture({ designId, label, onAdded }: AddPictureProps) {
  const input = useRef<HTMLInputElement>(null);
  const showError = useErrorToast();
  const add = useMutation({
    mutationFn: (file: File) => outcomeOf(addPictureAction({ designId, file })),
    onSuccess: (picture) => picture && onAdded(picture),
    onError: (error) => {
      const said = error instanceof ActionRefusal ? error.detail.fields.file : undefined;
      if (said) toast.error(said);
      else showError(error);
    },
  });
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
          if (file) add.mutate(file);
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
