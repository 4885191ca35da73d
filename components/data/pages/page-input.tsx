'use client';

import { lazy, useState } from 'react';
import { Input, type InputProps } from '@/components/ui/form/input';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Combobox, Shown } from './page-list';

const PageList = lazy(() => import('./page-list').then((room) => ({ default: room.PageList })));

export type PageInputProps = Omit<InputProps, 'value'> & {
  value: string;
  /** Whose pages are listed; empty for a field that lists none. */
  miniProgramId: string;
  /** One of them was chosen from the list. */
  onChoose: (page: string) => void;
};

/**
 * A field for a page that lists the pages of the Mini Program, as a combobox: type, press, or use the arrow down. The list and
 * all that it knows come with its first use; where nobody has given an app.json it stays a plain field.
 */
export function PageInput({ miniProgramId, value, onChoose, onChange, onBlur, ...input }: PageInputProps) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [combobox, setCombobox] = useState<Combobox>({});
  const show = (how: Shown['how'], field: HTMLInputElement) =>
    setShown(miniProgramId === '' ? null : { how, input: field });
  return (
    <div className="relative">
      <Input
        {...input}
        {...combobox}
        value={value}
        onChange={(event) => {
          show('fitting', event.currentTarget);
          onChange?.(event);
        }}
        onClick={({ currentTarget }) => show('all', currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'ArrowDown' && !shown) show('all', currentTarget);
        }}
        onBlur={(event) => {
          setShown(null);
          onBlur?.(event);
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
      <OnceWanted when={shown !== null}>
        {shown && (
          <PageList
            {...{ miniProgramId, value, shown }}
            onState={setCombobox}
            onChoose={onChoose}
            onClose={() => setShown(null)}
          />
        )}
      </OnceWanted>
    </div>
  );
}
