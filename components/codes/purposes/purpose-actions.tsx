'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { removePurposeAction, setPurposeHiddenAction } from '@/lib/purposes/actions';
import type { Purpose } from '@/lib/purposes/purpose';

/** What an administrator can do with a purpose. What takes something away comes last. */
export function PurposeActions({ purpose }: { purpose: Purpose }) {
  const t = useTranslations('purposes.settings');
  const { key, name } = purpose;
  return (
    <div role="group" aria-label={name} className="flex flex-wrap items-center gap-2">
      <Button variant="secondary" size="sm" render={<Link href={`/settings/purposes/${key}`} />}>
        {t('edit')}
      </Button>
      <HideButton purpose={purpose} />
      {purpose.origin === 'changed' && (
        <ConfirmAction
          trigger={
            <Button variant="ghost" size="sm">
              {t('reset')}
            </Button>
          }
          title={t('resetTitle', { name })}
          description={t('resetText')}
          confirmLabel={t('reset')}
          action={() => removePurposeAction({ key })}
          done={t('restored', { name })}
        />
      )}
      {purpose.origin === 'own' && (
        <ConfirmAction
          trigger={
            <Button variant="ghost" size="sm">
              {t('delete')}
            </Button>
          }
          title={t('deleteTitle', { name })}
          description={t('deleteText')}
          confirmLabel={t('delete')}
          action={() => removePurposeAction({ key })}
          done={t('removed', { name })}
        />
      )}
    </div>
  );
}

function HideButton({ purpose: { key, name, hidden } }: { purpose: Purpose }) {
  const t = useTranslations('purposes.settings');
  const reach = useReach();
  const router = useRouter();
  const [pending, start] = useTransition();
  const toggle = () =>
    start(async () => {
      const { serverError } = await reach(setPurposeHiddenAction({ key, hidden: !hidden }));
      if (serverError) return toast.error(serverError.message);
      router.refresh();
      toast.success(hidden ? t('nowShown', { name }) : t('nowHidden', { name }));
    });
  return (
    <Button variant="ghost" size="sm" pending={pending} onClick={toggle}>
      {hidden ? t('show') : t('hide')}
    </Button>
  );
}
