import type { LucideIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { ActionRefusal } from '@/lib/actions/outcome';
import { isTooBig, PICTURE_MAX_MB, PICTURE_TYPES } from '@/lib/print/pictures/limits';

export type ChoosePicturesProps = {
  icon: LucideIcon;
  label: string;
  pending: boolean;
  multiple?: boolean;
  /** Of one file at least. */
  onChosen: (files: File[]) => void;
};

/** A button that asks for pictures among the files of the machine. */
export function ChoosePictures({
  icon: Icon,
  label,
  pending,
  multiple = false,
  onChosen,
}: ChoosePicturesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        hidden
        aria-label={label}
        accept={PICTURE_TYPES.join(',')}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          if (chosen.length > 0) onChosen(chosen);
          // The same files again are a choice too.
          target.value = '';
        }}
      />
      <Button variant="secondary" size="sm" pending={pending} onClick={() => input.current?.click()}>
        <Icon aria-hidden />
        {label}
      </Button>
    </>
  );
}

/** Why a chosen file is not taken, in words; null where nothing is wrong with it. */
export function usePictureRefusal() {
  const t = useTranslations('exports.issues');
  return {
    /** What is too big is not sent first. */
    before: (file: File) => (isTooBig(file) ? t('pictureTooBig', { max: PICTURE_MAX_MB }) : null),
    answered: (error: unknown) =>
      error instanceof ActionRefusal ? (error.detail.fields.file ?? null) : null,
  };
}
