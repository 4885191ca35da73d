'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { toast } from '@/components/ui/overlay/toast';
import { LeavingLine } from './leaving-line';
import { waitForServer } from './wait-for-server';

const AWAY = 'server-away';

/** Part of every page: what is said on the way from one page to the next. */
export function Way() {
  const t = useTranslations('common.failure');
  useEffect(
    () =>
      waitForServer({
        away: () => toast.error(t('away'), { id: AWAY, duration: Number.POSITIVE_INFINITY }),
        back: () => toast.dismiss(AWAY),
      }),
    [t],
  );
  return <LeavingLine />;
}
