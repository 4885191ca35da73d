'use client';

import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/layout/deferred-popup';
import { Button } from '@/components/ui/button';

const load = () => import('./invite-popup');
const InvitePopup = lazy(() => load().then((room) => ({ default: room.InvitePopup })));

/** @param sendsMail whether the links are sent, and not only shown */
export function InviteButton({ sendsMail }: { sendsMail: boolean }) {
  const t = useTranslations('members.invite');
  const trigger = (
    <Button>
      <UserPlus aria-hidden />
      {t('button')}
    </Button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <InvitePopup trigger={trigger} sendsMail={sendsMail} />
    </DeferredPopup>
  );
}
