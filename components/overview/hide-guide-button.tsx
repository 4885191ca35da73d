'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { outcomeOf } from '@/lib/actions/outcome';
import { hideGuideAction } from '@/lib/overview/actions';

/** Hides the first steps, or with `isHidden` brings them back. */
export function HideGuideButton({ isHidden = false }: { isHidden?: boolean }) {
  const t = useTranslations('overview.guide');
  const router = useRouter();
  const showError = useErrorToast();
  const [pending, start] = useTransition();
  const turn = () =>
    start(async () => {
      await outcomeOf(hideGuideAction({ isHidden: !isHidden })).then(() => router.refresh(), showError);
    });
  return (
    <Button variant={isHidden ? 'secondary' : 'ghost'} size="sm" pending={pending} onClick={turn}>
      {t(isHidden ? 'show' : 'hide')}
    </Button>
  );
}
