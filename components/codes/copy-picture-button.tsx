'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ButtonProps } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useCopyPicture } from './use-copy-picture';

export type CopyPictureButtonProps = { url: string } & Pick<ButtonProps, 'variant'>;

/** Left out where the browser cannot copy pictures. */
export function CopyPictureButton({ url, variant }: CopyPictureButtonProps) {
  const t = useTranslations('codes.copyPicture');
  const copy = useCopyPicture();
  if (!copy) return null;
  return (
    <IconButton label={t('label')} side="bottom" onClick={() => copy(url)} variant={variant}>
      <Copy aria-hidden />
    </IconButton>
  );
}
