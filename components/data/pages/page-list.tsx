'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState, type ComponentProps } from 'react';
import { cn } from '@/components/ui/cn';
import { popupItem, popupSurface } from '@/components/ui/overlay/popup-styles';
import { MATCHES_MAX, matchingPages } from '@/lib/apps/pages/known-pages';
import { useKnownPages } from './use-known-pages';

/** `all`: opened to look what there is; `fitting`: what was typed narrows it. */
export type Shown = { how: 'all' | 'fitting'; input: HTMLInputElement };
/** What the list says of itself at the field. */
export type Combobox = Pick<
  ComponentProps<'input'>,
  'role' | 'aria-autocomplete' | 'aria-expanded' | 'aria-controls' | 'aria-activedescendant'
>;

export type PageListProps = {
  miniProgramId: string;
  value: string;
  shown: Shown;
  onState: (combobox: Combobox) => void;
  onChoose: (page: string) => void;
  onClose: () => void;
};

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** Which of `found` the arrows have come to; -1 before they have moved, and after what is found has changed. */
function useActive(found: readonly string[]) {
  const [at, setAt] = useState({ of: '', index: -1 });
  const of = found.join('\n');
  const active = at.of === of ? at.index : -1;
  const step = (by: 1 | -1) => {
    const from = active < 0 && by < 0 ? found.length : active;
    setAt({ of, index: (from + by + found.length) % found.length });
  };
  return { active, step };
}

/** The keys of the field while the list is open, before the form hears of them. */
function useKeys(input: HTMLInputElement, isOpen: boolean, take: (key: string) => boolean) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!take(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    if (!isOpen) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    input.addEventListener('keydown', listen);
    return () => input.removeEventListener('keydown', listen);
  }, [input, isOpen]);
}

type FieldState = { isKnown: boolean; isOpen: boolean; active: number };

/** Tells the field what it is: a combobox where pages are known, open while there is something to choose. */
function useFieldState(tell: PageListProps['onState'], id: string, { isKnown, isOpen, active }: FieldState) {
  const onState = useEffectEvent(tell);
  useEffect(() => {
    const at = active < 0 ? undefined : `${id}${active}`;
    const closed = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': false } as const;
    if (isOpen)
      onState({ ...closed, 'aria-expanded': true, 'aria-controls': id, 'aria-activedescendant': at });
    document.getElementById(at ?? '')?.scrollIntoView({ block: 'nearest' });
    return () => onState(isKnown ? closed : {});
  }, [id, isKnown, isOpen, active]);
}

/** The list below the field. The focus stays in the field, where typing goes on. */
export function PageList({ miniProgramId, value, shown, onState, onChoose, onClose }: PageListProps) {
  const id = useId();
  const pages = useKnownPages(miniProgramId)?.pages ?? [];
  const found = matchingPages(pages, shown.how === 'all' ? '' : value);
  const isDone = shown.how === 'fitting' && found.length === 1 && found[0] === value;
  const isOpen = found.length > 0 && !isDone;
  const { active, step } = useActive(found);
  const choose = (page: string) => {
    onClose();
    onChoose(page);
  };
  const take = (key: string): boolean => {
    const by = STEPS[key];
    const page = found[active];
    if (by !== undefined) step(by);
    else if (key === 'Escape') onClose();
    else if (key === 'Enter' && page !== undefined) choose(page);
    else return false;
    return true;
  };
  useKeys(shown.input, isOpen, take);
  useFieldState(onState, id, { isKnown: pages.length > 0, isOpen, active });
  if (!isOpen) return null;
  const isPart = found.length === MATCHES_MAX && pages.length > MATCHES_MAX;
  return <Rows {...{ id, active, isPart, pages: found }} onChoose={choose} />;
}

type RowsProps = {
  id: string;
  pages: readonly string[];
  active: number;
  /** There are more than these. */
  isPart: boolean;
  onChoose: (page: string) => void;
};

function Rows({ id, pages, active, isPart, onChoose }: RowsProps) {
  const t = useTranslations('common.pageList');
  return (
    <div
      className={cn(popupSurface, 'absolute inset-x-0 top-full z-20 mt-1 overflow-hidden')}
      // A press would take the focus out of the field, and close the list before it counts.
      onPointerDown={(event) => event.preventDefault()}
    >
      <ul id={id} role="listbox" aria-label={t('label')} className="max-h-64 overflow-y-auto p-1">
        {pages.map((page, index) => (
          <li
            key={page}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === active}
            data-highlighted={index === active || undefined}
            onClick={() => onChoose(page)}
            className={cn(
              popupItem,
              'font-mono text-[0.8125rem] wrap-anywhere hover:bg-muted dark:hover:bg-muted-strong/70',
            )}
          >
            {page}
          </li>
        ))}
      </ul>
      {isPart && (
        <p className="border-t border-border px-3 py-2 text-xs leading-5 text-muted-foreground">
          {t('more', { count: pages.length })}
        </p>
      )}
    </div>
  );
}
