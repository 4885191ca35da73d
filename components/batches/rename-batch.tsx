'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';

const load = () => import('./rename-batch-popup');
const RenameBatchPopup = lazy(() => load().then((room) => ({ default: room.RenameBatchPopup })));

/** Beside the heading of a batch, whatever state it is in. */
export function RenameBatch({ batch }: { batch: { id: string; name: string } }) {
  const t = useTranslations('batches.rename');
  const trigger = (
    <button
      type="button"
      aria-label={t('button')}
      title={t('button')}
      className={buttonVariants({ variant: 'ghost', size: 'icon-sm', className: 'max-md:-my-1.5' })}
    >
      <Pencil aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <RenameBatchPopup batch={batch} trigger={trigger} />
    </DeferredPopup>
  );
}
