'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, type KeyboardEvent } from 'react';
import { IconButton } from '@/components/ui/icon-button';

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

export type MoveButtonsProps = {
  name: string;
  canUp: boolean;
  canDown: boolean;
  onMove: (by: -1 | 1) => void;
};

/**
 * Up and down by one place, with the buttons, or with the arrow keys while one of them has the focus. A row that moves in the
 * page would lose the focus, so it is given back; a button that has nowhere to go keeps it and does nothing.
 */
export function MoveButtons({ name, canUp, canDown, onMove }: MoveButtonsProps) {
  const t = useTranslations('purposes.settings');
  const group = useRef<HTMLDivElement>(null);
  const move = (by: -1 | 1) => {
    if (by === -1 ? !canUp : !canDown) return;
    const focused = document.activeElement;
    onMove(by);
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && group.current?.contains(focused)) focused.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(by);
  };
  return (
    <div ref={group} role="group" aria-label={name} className="flex" onKeyDown={onKeyDown}>
      <IconButton
        label={t('moveUp', { name })}
        size="icon-sm"
        aria-disabled={!canUp}
        onClick={() => move(-1)}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label={t('moveDown', { name })}
        size="icon-sm"
        aria-disabled={!canDown}
        onClick={() => move(1)}
      >
        <ArrowDown aria-hidden />
      </IconButton>
    </div>
  );
}
