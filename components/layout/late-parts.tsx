'use client';

import { useTranslations } from 'next-intl';
import { Toaster } from '@/components/ui/overlay/toaster';
import { KeptForms } from './kept-forms';
import { Way } from './way/way';

/** What every page has and nothing waits for: it comes after the first paint. */
export function LateParts() {
  const t = useTranslations('common');
  return (
    <>
      <KeptForms />
      <Way />
      <Toaster label={t('notifications')} closeLabel={t('close')} />
    </>
  );
}
