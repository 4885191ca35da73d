'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { ButtonProps } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import { canCopyPicture, copyPicture } from './copy-picture';

const never = () => () => undefined;

export type CopyPictureButtonProps = { url: string } & Pick<ButtonProps, 'variant'>;

/** Left out where the browser has no clipboard for pictures: on an address without https. The server cannot know. */
export function CopyPictureButton({ url, variant }: CopyPictureButtonProps) {
  const t = useTranslations('codes.copyPicture');
  const possible = useSyncExternalStore(never, canCopyPicture, () => false);
  if (!possible) return null;
  const copy = () =>
    copyPicture(url).then(
      () => toast.success(t('copied')),
      () => toast.error(t('failed')),
    );
  return (
    <IconButton label={t('label')} side="bottom" onClick={() => void copy()} variant={variant}>
      <Copy aria-hidden />
    </IconButton>
  );
}
