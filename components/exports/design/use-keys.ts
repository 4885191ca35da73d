import type { KeyboardEvent } from 'react';
import type { DesignElement } from '@/lib/print/design';
import { placed, replaced, rounded, withCopy, without } from '@/lib/print/designs/edit';
import type { History } from './use-history';

const STEPS_MM = { fine: 0.5, coarse: 5 };
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Larger or smaller by the arrow keys, from the upper left corner. */
function grown(element: DesignElement, [x, y]: [number, number]): DesignElement {
  if (element.kind === 'code') return { ...element, size: rounded(Math.max(1, element.size + x + y)) };
  const { width, height } = element;
  return { ...element, width: rounded(Math.max(0.5, width + x)), height: rounded(Math.max(0.4, height + y)) };
}

/** Undo and redo from anywhere outside of a field, which has its own. */
export function historyKey({ undo, redo }: History, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return false;
  const step = event.shiftKey ? redo : undo;
  event.preventDefault();
  step?.();
  return true;
}

/** Arrow keys move the chosen element, with Alt they change its size; Delete removes it and Ctrl D doubles it. */
export function elementKey(
  { design, change }: History,
  { event, at, choose }: { event: KeyboardEvent; at: number; choose: (at: number | null) => void },
): void {
  const element = design.elements[at];
  if (!element) return;
  const arrow = ARROWS[event.key];
  if (arrow) {
    event.preventDefault();
    const step = event.shiftKey ? STEPS_MM.coarse : STEPS_MM.fine;
    const [x, y] = [arrow[0] * step, arrow[1] * step];
    const next = event.altKey
      ? grown(element, [x, y])
      : placed(element, { x: element.x + x, y: element.y + y });
    return change(replaced(design, at, next), `keys ${at} ${event.altKey}`);
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    change(without(design, at));
    return choose(null);
  }
  if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    change(withCopy(design, at));
    choose(at + 1);
  }
}
