'use client';

import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { useTypedSearch } from '@/components/data/use-typed-search';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/form/input';
import { SEARCH_MAX_CHARS } from '@/lib/codes/find/filters';

export type SearchBoxProps = {
  value: string;
  onSearch: (q: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** From the box into the first of what it found. */
function enterList(): boolean {
  const row = document.querySelector<HTMLElement>('[data-code-id] [data-row-link]');
  row?.focus();
  return row !== null;
}

export function SearchBox({ value, onSearch, inputRef }: SearchBoxProps) {
  const t = useTranslations();
  const { text, commit, onChange, onComposed } = useTypedSearch(value, onSearch);

  const clear = () => {
    commit('');
    inputRef.current?.focus();
  };

  return (
    <Input
      ref={inputRef}
      type="search"
      role="searchbox"
      enterKeyHint="search"
      autoComplete="off"
      maxLength={SEARCH_MAX_CHARS}
      aria-label={t('codes.gallery.search.label')}
      aria-keyshortcuts={ariaKeys('search')}
      placeholder={t('codes.gallery.search.placeholder')}
      value={text}
      onChange={onChange}
      onCompositionEnd={(event) => onComposed(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit(text);
        if (event.key === 'Escape' && text === '') event.currentTarget.blur();
        if (event.key === 'ArrowDown' && enterList()) event.preventDefault();
      }}
      className="[&::-webkit-search-cancel-button]:hidden"
      icon={<Search aria-hidden />}
      end={text ? <ClearButton label={t('codes.gallery.search.clear')} onClear={clear} /> : <SlashKey />}
    />
  );
}

function ClearButton({ label, onClear }: { label: string; onClear: () => void }) {
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      className="size-7 max-md:size-11"
      aria-label={label}
      onClick={onClear}
    >
      <X aria-hidden />
    </Button>
  );
}

function SlashKey() {
  return <ShortcutKeys id="search" className="me-1.5 text-muted-foreground max-md:hidden" />;
}
