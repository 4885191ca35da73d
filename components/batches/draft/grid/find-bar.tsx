'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type KeyboardEvent } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Input } from '@/components/ui/form/input';
import { IconButton } from '@/components/ui/icon-button';
import type { CellSearch } from '@/lib/batches/edit/edit-types';
import { fetchFound, type GridVersion } from '@/lib/batches/edit/grid-query-options';
import { isSingle, selectOne } from './selection';
import type { Sheet } from './use-sheet';

export type FindBarProps = {
  sheet: Sheet;
  grid: GridVersion;
  onClose: () => void;
  /** Escape closed the bar and is not for the dialog around it. */
  onEscape: (event: Event) => void;
};

/** Finds a text cell by cell, and replaces it in the selection, or everywhere while one cell is selected. */
export function FindBar({ sheet, grid, onClose, onEscape }: FindBarProps) {
  const t = useTranslations('batches.grid');
  const [search, setSearch] = useState({ text: '', matchCase: false, wholeCell: false });
  const [by, setBy] = useState('');
  const { note, next } = useFindNext(sheet, grid);
  const isHere = isSingle(sheet.selection);
  const replace = () =>
    sheet.edit({ kind: 'replace', search, text: by, ...(isHere ? {} : { range: sheet.range }) });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    onEscape(event.nativeEvent);
    onClose();
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || search.text === '') return;
    event.preventDefault();
    void next(search);
  };
  return (
    <search
      onKeyDown={onKeyDown}
      className="flex flex-wrap items-center gap-2 border-t border-border px-4 py-2 sm:px-5"
    >
      <Input
        size="sm"
        autoFocus
        aria-label={t('find')}
        placeholder={t('find')}
        className="w-44 max-sm:w-full"
        value={search.text}
        onChange={(event) => setSearch({ ...search, text: event.target.value })}
        onKeyDown={onEnter}
      />
      <Button size="sm" variant="secondary" disabled={search.text === ''} onClick={() => void next(search)}>
        {t('findNext')}
      </Button>
      <Input
        size="sm"
        aria-label={t('replaceBy')}
        placeholder={t('replaceBy')}
        className="w-44 max-sm:w-full"
        value={by}
        onChange={(event) => setBy(event.target.value)}
      />
      <Button size="sm" variant="secondary" disabled={search.text === ''} onClick={replace}>
        {isHere ? t('replaceAll') : t('replaceSelected')}
      </Button>
      <Checkbox
        label={t('matchCase')}
        checked={search.matchCase}
        onCheckedChange={(matchCase) => setSearch({ ...search, matchCase })}
      />
      <Checkbox
        label={t('wholeCell')}
        checked={search.wholeCell}
        onCheckedChange={(wholeCell) => setSearch({ ...search, wholeCell })}
      />
      <span role="status" className="text-[0.8125rem] text-muted-foreground tabular-nums">
        {note}
      </span>
      <IconButton label={t('closeFind')} size="icon-sm" className="ms-auto" onClick={onClose}>
        <X aria-hidden />
      </IconButton>
    </search>
  );
}

function useFindNext(sheet: Sheet, grid: GridVersion) {
  const t = useTranslations('batches.grid');
  const showError = useErrorToast();
  const [note, setNote] = useState('');
  const next = async (search: CellSearch) => {
    try {
      // In what was just put, too.
      const version = await sheet.saved();
      const found = await fetchFound({ ...grid, version }, search, sheet.active);
      setNote(found ? t('found', { count: found.matches }) : t('foundNone'));
      if (found) sheet.select(selectOne(found));
    } catch (error) {
      showError(error);
    }
  };
  return { note, next };
}
