'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useTransition } from 'react';
import { useReach } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { askPagesNowAction } from '@/lib/apps/pages/actions';

const LOOK_EVERY_MS = 2_000;

/** The worker asks WeChat; the page looks again until it has begun, and its answer is there with it. */
export function AskNow({ miniProgramId, isWanted }: { miniProgramId: string; isWanted: boolean }) {
  const t = useTranslations('appPages.probe');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  useEffect(() => {
    if (!isWanted) return;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isWanted, router]);
  const ask = () =>
    start(async () => {
      const { serverError } = await reach(askPagesNowAction({ id: miniProgramId }));
      if (serverError) toast.error(serverError.message);
      router.refresh();
    });
  return (
    <Button variant="secondary" size="sm" className="self-start" pending={pending || isWanted} onClick={ask}>
      {t(isWanted ? 'asking' : 'ask')}
    </Button>
  );
}
