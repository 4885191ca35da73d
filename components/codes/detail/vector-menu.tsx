'use client';

import { FileType2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';

const load = () => import('./vector-popup');
const VectorPopup = lazy(() => load().then((room) => ({ default: room.VectorPopup })));

/** The code as shapes, for design programs and print shops. */
export function VectorMenu({ codeId }: { codeId: string }) {
  const t = useTranslations('codes.detail.vector');
  const trigger = (
    <button type="button" className={cn(buttonVariants({ variant: 'secondary' }), 'flex-1')}>
      <FileType2 aria-hidden />
      {t('label')}
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <VectorPopup codeId={codeId} trigger={trigger} />
    </DeferredPopup>
  );
}
