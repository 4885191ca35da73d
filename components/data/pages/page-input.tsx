'use client';

import { lazy, useState, type SyntheticEvent } from 'react';
import { Input, type InputProps } from '@/components/ui/form/input';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';
import type { Woken } from './page-list';

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
 * all that it knows come with the first press or key; where nobody has given an app.json it stays a plain field.
 */
export function PageInput({ miniProgramId, onChoose, ...input }: PageInputProps) {
  const [woken, setWoken] = useState<Woken>();
  const wake = ({ currentTarget, nativeEvent }: SyntheticEvent<HTMLInputElement>) =>
    setWoken((before) => before ?? { input: currentTarget, by: nativeEvent });
  return (
    <div className="relative">
      <Input
        {...input}
        onPointerDown={wake}
        onKeyDown={wake}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        className="font-mono"
      />
      {woken && miniProgramId && (
        <OnceWanted when>
          <PageList {...woken} {...{ miniProgramId, onChoose }} value={input.value} />
        </OnceWanted>
      )}
    </div>
  );
}
