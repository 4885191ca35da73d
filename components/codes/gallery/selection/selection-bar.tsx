'use client';

import { Ellipsis, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import type { BulkActionId } from '@/components/codes/bulk/asks-first';
import { actionsFor } from '@/components/codes/bulk/bulk-actions';
import { BulkButton } from '@/components/codes/bulk/bulk-button';
import { SelectionDock } from '@/components/data/selection-dock';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { Button } from '@/components/ui/button';
import { buttonVariants } from '@/components/ui/button-variants';
import { IconButton } from '@/components/ui/icon-button';
import { ExportButton } from './export-button';
import { SelectMatching } from './select-matching';
import type { SelectMatchingProps } from './use-select-matching';
import type { Selection } from './use-selection';
import type { CodeActions } from '@/components/codes/gallery/results/code-menu-popup';

const loadSheet = () => import('@/components/codes/bulk/bulk-sheet');
const BulkSheet = lazy(() => loadSheet().then((room) => ({ default: room.BulkSheet })));

export type SelectionBarProps = {
  selection: Selection;
  actions: CodeActions;
} & Pick<SelectMatchingProps, 'filters' | 'counted'>;

/** What can be done with the selected codes. Above the navigation of phones, where the actions are a sheet. */
export function SelectionBar({ selection, actions, ...matching }: SelectionBarProps) {
  const t = useTranslations();
  const { items, target } = selection;
  if (items.length === 0) return null;
  const isTrash = actions?.place === 'trash';
  return (
    <SelectionDock aria-label={t('codes.gallery.selection.label')}>
      <div className="me-1 flex min-w-0 flex-wrap items-baseline gap-x-2 max-md:me-auto sm:me-3">
        <p className="font-medium whitespace-nowrap">
          {t(target.isMatching ? 'bulk.selection.all' : 'bulk.selection.count', { count: target.count })}
        </p>
        <SelectMatching selection={selection} {...matching} />
      </div>
      {!isTrash && <ExportButton target={target} door="exports" />}
      {!isTrash && <ExportButton target={target} door="print" />}
      {actions && <Actions selection={selection} actions={actions} />}
      <Button variant="ghost" size="sm" className="@max-[72rem]/bar:hidden" onClick={selection.clear}>
        {t('codes.gallery.selection.clear')}
        <ShortcutKeys id="clearSelection" />
      </Button>
      <IconButton
        label={t('codes.gallery.selection.clear')}
        size="icon-sm"
        className="@min-[72rem]/bar:hidden"
        onClick={selection.clear}
      >
        <X aria-hidden />
      </IconButton>
    </SelectionDock>
  );
}

/** Actions whose words fit beside one another on a usual screen. */
const WORDED_MAX = 6;

type ActionsProps = { selection: Selection; actions: NonNullable<CodeActions> };

function Actions({ selection, actions }: ActionsProps) {
  const t = useTranslations('bulk.actions');
  const { target } = selection;
  const { place } = actions;
  const act = (id: BulkActionId) => actions.act(id, target);
  const ids = actionsFor(target, place);
  const trigger = (
    <button
      type="button"
      aria-label={t('menu')}
      className={buttonVariants({ variant: 'primary', size: 'icon-sm' })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <>
      <div className="flex gap-2 max-md:hidden">
        {ids.map((id) => (
          <BulkButton
            key={id}
            {...{ id, target }}
            isOneOfMany={ids.length > WORDED_MAX}
            onAct={() => act(id)}
          />
        ))}
      </div>
      <div className="md:hidden">
        <DeferredPopup trigger={trigger} haspopup="dialog" preload={loadSheet}>
          <BulkSheet place={place} target={target} onAct={act} trigger={trigger} />
        </DeferredPopup>
      </div>
    </>
  );
}
