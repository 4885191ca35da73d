'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { cn } from '@/components/ui/cn';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import type { CodePlace } from '@/lib/codes/find/filters';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { actionsFor, BULK_ACTIONS, obstacleOf } from './bulk-actions';
import type { BulkActionId } from './asks-first';
import type { BulkTarget } from './target';

export type BulkSheetProps = {
  place: CodePlace;
  target: BulkTarget;
  onAct: (id: BulkActionId) => void;
  trigger: ReactElement;
};

/** The actions on a phone: at the lower edge, in reach of the thumb. Opens at once: mounted by the press on its trigger. */
export function BulkSheet({ place, target, onAct, trigger }: BulkSheetProps) {
  const t = useTranslations();
  const [open, setOpen] = useState(true);
  const act = (id: BulkActionId) => {
    setOpen(false);
    onAct(id);
  };
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger render={trigger} />
      <SheetContent
        side="bottom"
        title={t('bulk.selection.count', { count: target.count })}
        closeLabel={t('common.close')}
      >
        <ul className="-mx-2 flex flex-col">
          {actionsFor(target, place).map((id) => (
            <li key={id}>
              <SheetRow id={id} target={target} onAct={() => act(id)} />
            </li>
          ))}
        </ul>
      </SheetContent>
    </Sheet>
  );
}

type SheetRowProps = { id: BulkActionId; target: BulkTarget; onAct: () => void };

function SheetRow({ id, target, onAct }: SheetRowProps) {
  const t = useTranslations('bulk');
  const { icon: Icon, isDanger } = BULK_ACTIONS[id];
  const obstacle = obstacleOf(id, target);
  return (
    <button
      type="button"
      aria-disabled={obstacle !== null}
      onClick={obstacle ? undefined : onAct}
      className={cn(
        'flex min-h-13 w-full items-center gap-3 rounded-md px-3 py-2 text-start focus-ring hover:bg-muted aria-disabled:text-muted-foreground',
        isDanger && !obstacle && 'text-danger-text',
      )}
    >
      <Icon aria-hidden className="size-5 shrink-0" />
      <span className="flex min-w-0 flex-col">
        {t(`actions.${id}`)}
        {obstacle && (
          <span className="text-xs leading-4">{t(`disabled.${obstacle}`, { max: SELECTION_MAX_CODES })}</span>
        )}
      </span>
    </button>
  );
}
