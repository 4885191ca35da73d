'use client';

import { Send } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { testWebhookAction } from '@/lib/webhooks/actions';

export function TestButton({ id }: { id: string }) {
  const t = useTranslations('webhooks.test');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  const test = () =>
    start(async () => {
      const { serverError } = await reach(testWebhookAction({ id }));
      if (serverError) return void toast.error(serverError.message);
      toast.success(t('done'));
      router.refresh();
    });
  return (
    <Button variant="secondary" pending={pending} onClick={test}>
      <Send aria-hidden />
      {t('action')}
    </Button>
  );
}
