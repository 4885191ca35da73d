'use client';

import { BadgeCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { promoteCodeAction } from '@/lib/codes/actions';

/** Leads to the release code, which says itself how it went. */
export function PromoteButton({ codeId }: { codeId: string }) {
  const t = useTranslations('codes.detail.version');
  const reach = useReach();
  const router = useRouter();
  const [pending, start] = useTransition();

  const promote = () =>
    start(async () => {
      const { data, serverError } = await reach(promoteCodeAction({ codeId }));
      if (serverError) toast.error(serverError.message);
      else if (data) router.push(`/codes/${data.codeId}`);
    });

  return (
    <Button size="sm" pending={pending} onClick={promote}>
      <BadgeCheck aria-hidden />
      {t('promote')}
    </Button>
  );
}
