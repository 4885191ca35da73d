'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import type { RenameDesignPopupProps } from './rename-design-popup';

const load = () => import('./rename-design-popup');
const RenameDesignPopup = lazy(() => load().then((room) => ({ default: room.RenameDesignPopup })));

/** Beside the heading of a design. */
export function RenameDesign(props: Omit<RenameDesignPopupProps, 'trigger'>) {
  const t = useTranslations('designs');
  const trigger = (
    <button
      type="button"
      aria-label={t('rename')}
      title={t('rename')}
      className={buttonVariants({ variant: 'ghost', size: 'icon-sm' })}
    >
      <Pencil aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <RenameDesignPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
