'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { askPagesNowAction } from '@/lib/apps/pages/actions';

/** The worker asks WeChat. */
export function AskNow({ miniProgramId, isWanted }: { miniProgramId: string; isWanted: boolean }) {
  const t = useTranslations('appPages.probe');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
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
