'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { startBackupAction } from '@/lib/backup/kept/actions';

export function BackupNowButton({ isUnderWay }: { isUnderWay: boolean }) {
  const t = useTranslations('system.backups');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  const ask = () =>
    start(async () => {
      const { serverError } = await reach(startBackupAction());
      if (serverError) toast.error(serverError.message);
      router.refresh();
    });
  return (
    <Button variant="secondary" pending={pending || isUnderWay} onClick={ask}>
      {t(isUnderWay ? 'underWay' : 'now')}
    </Button>
  );
}
