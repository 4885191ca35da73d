'use client';

import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { Button } from '@/components/ui/button';
import type { AppChoice } from '@/components/data/sight/sight-text';

const load = () => import('./invite-popup');
const InvitePopup = lazy(() => load().then((room) => ({ default: room.InvitePopup })));

type InviteButtonProps = {
  apps: readonly AppChoice[];
  /** Whether the links are sent, and not only shown. */
  sendsMail: boolean;
};

export function InviteButton({ apps, sendsMail }: InviteButtonProps) {
  const t = useTranslations('members.invite');
  const trigger = (
    <Button>
      <UserPlus aria-hidden />
      {t('button')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <InvitePopup {...{ trigger, apps, sendsMail }} />
    </DeferredPopup>
  );
}
