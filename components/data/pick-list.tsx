'use client';

import { Check, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/form/input';
import { nameKey } from '@/lib/name-key';

export type PickItem = { id: string; label: string; icon?: ReactNode };

export type PickListProps = {
  /** Names the list. */
  label: string;
  searchLabel: string;
  items: readonly PickItem[];
  chosen: readonly string[];
  /** One of them, instead of any number. */
  single?: boolean | undefined;
  onToggle: (id: string, checked: boolean) => void;
  maxChars: number;
  /** Makes what was typed and is not there yet; without it the list only offers what there is. */
  onCreate?: ((name: string) => void) | undefined;
  /** Why the last attempt to make one was refused. */
  error?: string | undefined;
};

/** A list to tick, found by typing: Enter ticks the first that is found. What is not there yet can be made on the spot. */
export function PickList(props: PickListProps) {
  const { label, searchLabel, items, maxChars, onCreate, error } = props;
  const t = useTranslations('organize');
  const errorId = useId();
  const [typed, setTyped] = useState('');
  const wanted = nameKey(typed.trim());
  const found = items.filter((item) => nameKey(item.label).includes(wanted));
  const list = useShown(props.chosen.at(-1), found.length);
  const isNew = wanted !== '' && !items.some((item) => nameKey(item.label) === wanted);
  const create = () => {
    if (!onCreate || !isNew) return;
    onCreate(typed.trim());
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const [first] = found;
    if (wanted === '' || !first) return create();
    props.onToggle(first.id, !props.chosen.includes(first.id));
    setTyped('');
  };
  return (
    <div className="flex flex-col gap-2">
      <Input
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={onKeyDown}
        maxLength={maxChars}
        placeholder={searchLabel}
        aria-label={searchLabel}
        aria-describedby={error ? errorId : undefined}
        autoComplete="off"
        size="sm"
      />
      {error && (
        <p id={errorId} role="alert" className="text-[0.8125rem] text-danger-text">
          {error}
        </p>
      )}
      <ul ref={list} aria-label={label} className="-mx-1 max-h-60 overflow-y-auto px-1 py-0.5">
        {found.map((item) => (
          <li key={item.id} data-pick={item.id}>
            <PickRow {...props} item={item} />
          </li>
        ))}
        {found.length === 0 && !isNew && (
          <li className="px-2 py-1.5 text-muted-foreground">{t('nothing')}</li>
        )}
        {onCreate && isNew && (
          <li>
            <button type="button" onClick={create} className={cn(row, 'w-full text-start')}>
              <Plus aria-hidden className="size-4 text-muted-foreground" />
              <span className="min-w-0 truncate">{t('create', { name: typed.trim() })}</span>
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Scrolls to what was ticked last: by Enter, or made just now, it may lie out of sight. */
function useShown(id: string | undefined, rows: number) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = id && list.current?.querySelector(`[data-pick="${CSS.escape(id)}"]`);
    if (row) row.scrollIntoView({ block: 'nearest' });
  }, [id, rows]);
  return list;
}

const row =
  'flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 focus-ring hover:bg-muted max-md:min-h-11 has-focus-visible:outline-2 has-focus-visible:outline-ring';

function PickRow({ item, chosen, single, label, onToggle }: PickListProps & { item: PickItem }) {
  const checked = chosen.includes(item.id);
  return (
    <label className={cn(row, 'cursor-pointer')}>
      <input
        type={single ? 'radio' : 'checkbox'}
        name={single ? label : undefined}
        checked={checked}
        onChange={(event) => onToggle(item.id, event.target.checked)}
        className="sr-only"
      />
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      {checked && <Check aria-hidden className="size-4 shrink-0 text-accent-text" />}
    </label>
  );
}
