'use client';

import { CopyPlus, Ellipsis, Replace } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import type { MoreMenuProps } from './more-menu';

const load = () => import('./more-menu');
const MoreMenu = lazy(() => load().then((room) => ({ default: room.MoreMenu })));

export type CodeActionsProps = { code: MoreMenuProps['code']; canReplace: boolean };

/** What is done with the record; what is done with the picture stands under the picture. */
export function CodeActions({ code, canReplace }: CodeActionsProps) {
  const t = useTranslations();
  const trigger = (
    <button
      type="button"
      aria-label={t('common.more')}
      className={buttonVariants({ variant: 'secondary', size: 'icon' })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <>
      {canReplace && (
        <Button
          variant="secondary"
          render={<Link href={{ pathname: '/codes/new', query: { replace: code.id } }} />}
        >
          <Replace aria-hidden />
          {t('codes.detail.actions.replace')}
        </Button>
      )}
      <Button
        variant="secondary"
        render={<Link href={{ pathname: '/codes/new', query: { from: code.id } }} />}
      >
        <CopyPlus aria-hidden />
        {t('codes.detail.actions.duplicate')}
      </Button>
      <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
        <MoreMenu code={code} trigger={trigger} />
      </DeferredPopup>
    </>
  );
}
