'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { popupItem, popupSurface } from '@/components/ui/overlay/popup-styles';
import { MATCHES_MAX, matchingPages } from '@/lib/apps/pages/known-pages';
import { useKnownPages } from './use-known-pages';

/** The field, and what it was first pressed or typed into with. */
export type Woken = { input: HTMLInputElement; by: Event };

export type PageListProps = Woken & {
  miniProgramId: string;
  value: string;
  onChoose: (page: string) => void;
};

/** `all`: opened to look what there is; `fitting`: what was typed narrows it. */
type Shown = 'all' | 'fitting' | null;

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

const isKey = (event: Event, key: string) => event instanceof KeyboardEvent && event.key === key;

/** What the first press or key asked for, unless the person has gone on meanwhile. */
function firstShown({ input, by }: Woken): Shown {
  if (document.activeElement !== input) return null;
  return by.type === 'pointerdown' || isKey(by, 'ArrowDown') ? 'all' : 'fitting';
}

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

type Listening = { show: (shown: Shown) => void; take: (key: string) => boolean };

/** What happens at the field; a key that the list takes the form does not hear of. */
function useListening(input: HTMLInputElement, { show, take }: Listening) {
  const hear = useEffectEvent((event: Event) => {
    if (event.type === 'click') show('all');
    if (event.type === 'input') show('fitting');
    if (event.type === 'blur') show(null);
    if (!(event instanceof KeyboardEvent) || !take(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const gone = new AbortController();
    for (const type of ['click', 'input', 'blur', 'keydown'])
      input.addEventListener(type, (event) => hear(event), { signal: gone.signal });
    return () => gone.abort();
  }, [input]);
}

type FieldState = { id: string; isKnown: boolean; isOpen: boolean; active: number };

/** Says of the field what it is: a combobox where pages are known, open while there is something to choose. */
function useFieldState(input: HTMLInputElement, { id, isKnown, isOpen, active }: FieldState) {
  useEffect(() => {
    if (!isKnown) return;
    const at = isOpen && active >= 0 ? `${id}${active}` : '';
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', String(isOpen));
    input.setAttribute('aria-controls', isOpen ? id : '');
    input.setAttribute('aria-activedescendant', at);
    document.getElementById(at)?.scrollIntoView({ block: 'nearest' });
  }, [input, id, isKnown, isOpen, active]);
}

/** The list below the field. The focus stays in the field, where typing goes on. */
export function PageList({ input, by, miniProgramId, value, onChoose }: PageListProps) {
  const id = useId();
  const [shown, show] = useState(() => firstShown({ input, by }));
  const pages = useKnownPages(miniProgramId)?.pages ?? [];
  const found = shown === null ? [] : matchingPages(pages, shown === 'all' ? '' : value);
  const isDone = shown === 'fitting' && found.length === 1 && found[0] === value;
  const isOpen = found.length > 0 && !isDone;
  const { active, step } = useActive(found);
  const choose = (page: string) => {
    show(null);
    onChoose(page);
  };
  const take = (key: string): boolean => {
    const way = STEPS[key];
    const page = found[active];
    if (!isOpen) {
      if (key === 'ArrowDown') show('all');
      return false;
    }
    if (way !== undefined) step(way);
    else if (key === 'Escape') show(null);
    else if (key === 'Enter' && page !== undefined) choose(page);
    else return false;
    return true;
  };
  useListening(input, { show, take });
  useFieldState(input, { id, isKnown: pages.length > 0, isOpen, active });
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
