'use client';

import { lazy, useId, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { Input, type InputProps } from '@/components/ui/form/input';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import { MATCHES_MAX, matchingPages } from '@/lib/apps/pages/known-pages';

const PageList = lazy(() => import('./page-list').then((room) => ({ default: room.PageList })));

export type PageInputProps = Omit<InputProps, 'value'> & {
  value: string;
  /** Those of the newest app.json; without any it is a plain field. */
  pages: readonly string[];
  /** One of them was chosen from the list. */
  onChoose: (page: string) => void;
};

/** `all`: opened to look what there is; `fitting`: what was typed narrows it. */
type Shown = 'all' | 'fitting' | null;

const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };

/** What is shown, and which of it the arrows have come to. */
function usePages({ pages, value, onChoose }: Pick<PageInputProps, 'pages' | 'value' | 'onChoose'>) {
  const [shown, setShown] = useState<Shown>(null);
  const [active, setActive] = useState(-1);
  const found = shown === null ? [] : matchingPages(pages, shown === 'all' ? '' : value);
  const isOpen = found.length > 0 && !(shown === 'fitting' && found.length === 1 && found[0] === value);
  const show = (next: Shown) => {
    setShown(next);
    setActive(-1);
  };
  const choose = (page: string) => {
    show(null);
    onChoose(page);
  };
  const step = (by: 1 | -1) => {
    if (!isOpen) return show('all');
    setActive((before) => (before < 0 && by < 0 ? found.length : before + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    const page = isOpen ? found[active] : undefined;
    if (by !== undefined && pages.length > 0) step(by);
    else if (event.key === 'Escape' && isOpen) show(null);
    else if (event.key === 'Enter' && page !== undefined) choose(page);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { isOpen, found, active, show, choose, onKeyDown };
}

/** A field for a page that lists the pages of the Mini Program, as a combobox: type, or press the arrow down. */
export function PageInput({ pages, value, onChoose, onChange, onBlur, ...input }: PageInputProps) {
  const id = useId();
  const { isOpen, found, active, show, choose, onKeyDown } = usePages({ pages, value, onChoose });
  const blur = (event: FocusEvent<HTMLInputElement>) => {
    show(null);
    onBlur?.(event);
  };
  const combobox = pages.length > 0 && {
    ...{ role: 'combobox', 'aria-autocomplete': 'list' as const, 'aria-expanded': isOpen },
    'aria-controls': isOpen ? id : undefined,
    'aria-activedescendant': isOpen && active >= 0 ? `${id}${active}` : undefined,
  };
  return (
    <div className="relative">
      <Input
        {...input}
        {...combobox}
        value={value}
        onChange={(event) => {
          show('fitting');
          onChange?.(event);
        }}
        onClick={() => show('all')}
        onKeyDown={onKeyDown}
        onBlur={blur}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
      <OnceWanted when={isOpen}>
        {isOpen && (
          <PageList
            {...{ id, active, pages: found }}
            isPart={found.length === MATCHES_MAX && pages.length > MATCHES_MAX}
            onChoose={choose}
          />
        )}
      </OnceWanted>
    </div>
  );
}
