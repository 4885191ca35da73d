'use client';

import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useCopyPicture } from './use-copy-picture';

/** Left out where the browser cannot copy pictures. */
export function CopyPictureButton({ url }: { url: string }) {
  const t = useTranslations('codes.copyPicture');
  const copy = useCopyPicture();
  if (!copy) return null;
  return (
    <IconButton label={t('label')} side="bottom" onClick={() => copy(url)}>
      <Copy aria-hidden />
    </IconButton>
  );
}
