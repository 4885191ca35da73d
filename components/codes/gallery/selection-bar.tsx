'use client';

import { Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ShortcutKeys } from '@/components/layout/shortcut-keys';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import type { CodeActions } from './code-menu';
import { ExportButton } from './export-button';
import type { Selection } from './use-selection';

/** What can be done with the ticked rows. Above the navigation of phones. */
export function SelectionBar({ selection, actions }: { selection: Selection; actions: CodeActions }) {
  const t = useTranslations();
  const { items } = selection;
  if (items.length === 0) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-18 z-40 flex justify-center px-3 pb-safe lg:bottom-6 lg:ps-65.5">
      <div
        role="region"
        aria-label={t('codes.gallery.selection.label')}
        data-slot="selection-bar"
        className="pointer-events-auto flex max-w-full items-center gap-2 rounded-xl border border-border bg-surface-raised py-2 ps-4 pe-2 shadow-lg"
      >
        <p className="me-1 font-medium whitespace-nowrap sm:me-3">
          {t('codes.gallery.selection.count', { count: items.length })}
        </p>
        <ExportButton items={items} />
        {actions && (
          <Button
            variant="secondary"
            size="sm"
            className="text-danger-text"
            disabled={items.length > SELECTION_MAX_CODES}
            onClick={() => actions.remove(items)}
          >
            <Trash2 aria-hidden />
            {t('common.delete')}
          </Button>
        )}
        <Button variant="ghost" size="sm" className="max-sm:hidden" onClick={selection.clear}>
          {t('codes.gallery.selection.clear')}
          <ShortcutKeys id="clearSelection" />
        </Button>
        <IconButton
          label={t('codes.gallery.selection.clear')}
          size="icon-sm"
          className="sm:hidden"
          onClick={selection.clear}
        >
          <X aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
