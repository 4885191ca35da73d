'use client';

import { ChevronDown } from 'lucide-react';
import { lazy, type ReactNode } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import type { CheckPopupProps, ChoiceMenuProps, DateMenuProps } from './filter-popups';

const load = () => import('./filter-popups');
const CheckPopup = lazy(() => load().then((room) => ({ default: room.CheckPopup })));
const ChoicePopup = lazy(() => load().then((room) => ({ default: room.ChoicePopup })));
const DatePopup = lazy(() => load().then((room) => ({ default: room.DatePopup })));

type TriggerProps = {
  children: ReactNode;
  /** How many values narrow the list; shown when there are any. */
  count?: number | undefined;
};

function filterTrigger({ children, count }: TriggerProps) {
  return (
    <button
      type="button"
      className={cn(buttonVariants({ variant: 'secondary' }), 'gap-1.5 px-3 font-normal')}
    >
      <span className="max-w-36 truncate">{children}</span>
      {count ? (
        <span className="flex size-4.5 items-center justify-center rounded-full bg-accent-subtle text-2xs text-accent-text">
          {count}
        </span>
      ) : null}
      <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
    </button>
  );
}

type CheckMenuProps = Omit<CheckPopupProps, 'trigger'> & { label: string };

/** Any number of values; stays open while they are ticked. */
export function CheckMenu({ label, counted, items, chosen, onToggle }: CheckMenuProps) {
  const trigger = filterTrigger({ children: label, count: chosen.length });
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <CheckPopup trigger={trigger} counted={counted} items={items} chosen={chosen} onToggle={onToggle} />
    </DeferredPopup>
  );
}

/** One value; closes with the choice. */
export function ChoiceMenu({ label, counted, count, items, chosen, onChange }: ChoiceMenuProps) {
  const trigger = filterTrigger({ children: label, count });
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <ChoicePopup trigger={trigger} counted={counted} items={items} chosen={chosen} onChange={onChange} />
    </DeferredPopup>
  );
}

export function DateMenu({ label, value, onChange }: DateMenuProps) {
  const trigger = filterTrigger({
    children: label,
    count: value.from || value.to ? 1 : 0,
  });
  return (
    <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
      <DatePopup trigger={trigger} label={label} value={value} onChange={onChange} />
    </DeferredPopup>
  );
}
