'use client';

import type { DragEvent } from 'react';
import { carryCodes } from '@/components/codes/folders/use-drop-target';
import type { CodeItem } from '@/lib/codes/find/query-options';
import type { RowTick } from '@/components/codes/gallery/selection/use-selection';
import type { CodeActions } from './code-menu-popup';

type Carried = Pick<RowTick, 'carried'> & { item: CodeItem; actions: CodeActions };

/**
 * Makes a row of the gallery something to drag onto a folder: alone, or with all that are selected when it is one of them.
 * Who cannot drag moves codes by the bar of the selection (WCAG 2.2, 2.5.7).
 */
export function carryProps({ item, carried, actions }: Carried) {
  if (!actions) return {};
  return {
    draggable: true,
    onDragStart: (event: DragEvent<HTMLElement>) =>
      carryCodes(event, carried ?? { codeIds: [item.id] }, event.currentTarget),
  };
}
