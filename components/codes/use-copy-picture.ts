'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import { canCopyPicture, copyPicture } from './copy-picture';

const never = () => () => undefined;

/**
 * Null where the browser has no clipboard for pictures: on an address without https. The server cannot know, and takes it
 * for the usual one: a button that came later would push those beside it aside.
 */
export function useCopyPicture() {
  const t = useTranslations('codes.copyPicture');
  const possible = useSyncExternalStore(never, canCopyPicture, () => true);
  if (!possible) return null;
  return (url: string) =>
    void copyPicture(url).then(
      () => toast.success(t('copied')),
      () => toast.error(t('failed')),
    );
}
