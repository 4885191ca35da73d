'use client';

import { Pencil } from 'lucide-react';
import { lazy } from 'react';
import { DeferredPopup } from '@/components/layout/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';

const load = () => import('./pick-popup');
const PickPopup = lazy(() => load().then((room) => ({ default: room.PickPopup })));

export type PickButtonProps = { label: string } & (
  | { kind: 'tags'; chosen: readonly string[]; onChange: (tagIds: string[]) => void }
  | { kind: 'folder'; chosen: string | null; onChange: (folderId: string | null) => void }
);

export function PickButton(props: PickButtonProps) {
  const trigger = (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      className={buttonVariants({ variant: 'ghost', size: 'icon-sm' })}
    >
      <Pencil aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <PickPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
