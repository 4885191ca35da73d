'use client';

import { useTranslations } from 'next-intl';
import { Toaster } from '@/components/ui/overlay/toaster';
import { useFollowedTheme, useTheme } from '@/components/layout/navigation/use-theme';
import { KeptForms } from './kept-forms';
import { Way } from './way/way';

/** What every page has and nothing waits for: it comes after the first paint. */
export function LateParts() {
  const t = useTranslations('common');
  const theme = useTheme();
  useFollowedTheme();
  return (
    <>
      <KeptForms />
      <Way />
      <Toaster theme={theme} label={t('notifications')} closeLabel={t('close')} />
    </>
  );
}
