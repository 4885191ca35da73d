'use client';

import type { BulkActionId } from '@/components/codes/bulk/asks-first';
import { actionsFor, BULK_ACTIONS, obstacleOf } from '@/components/codes/bulk/bulk-actions';
import { targetOf } from '@/components/codes/bulk/target';
import { useShortcuts, type ShortcutHandlers } from '@/components/layout/keys/use-shortcuts';
import type { CodeItem } from '@/lib/codes/find/query-options';
import type { Selection } from './use-selection';
import type { CodeActions } from '@/components/codes/gallery/results/code-menu-popup';

const KEYED = ['addTags', 'move', 'rename', 'archive', 'delete'] as const satisfies readonly BulkActionId[];

export type ActionKeysProps = {
  items: readonly CodeItem[];
  selection: Pick<Selection, 'items' | 'target'>;
  actions: CodeActions;
};

/** One key for each action: on what is selected, else on the code that has the focus. */
export function useActionKeys({ items, selection, actions }: ActionKeysProps) {
  const focused = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-code-id]')?.dataset.codeId;
    const item = items.find((one) => one.id === id);
    return item && targetOf([item]);
  };
  const act = (id: BulkActionId) => {
    const target = selection.items.length > 0 ? selection.target : focused();
    if (!actions || !target) return false;
    if (!actionsFor(target, actions.place).includes(id) || obstacleOf(id, target) !== null) return false;
    actions.act(id, target);
    return true;
  };
  const handlers: ShortcutHandlers = {};
  for (const id of KEYED) {
    const { shortcut } = BULK_ACTIONS[id];
    if (shortcut) handlers[shortcut] = () => act(id);
  }
  useShortcuts(handlers);
}
