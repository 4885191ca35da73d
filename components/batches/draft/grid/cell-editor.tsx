'use client';

import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { CELL_MAX_CHARS } from '@/lib/batches/limits';

export type CellEditorProps = {
  /** What is being typed; null while the cell is only selected. */
  draft: string | null;
  /** Column, row and text of the cell, with what is wrong. */
  label: string;
  isInvalid: boolean;
  onDraft: (text: string) => void;
  onLeave: () => void;
};

/**
 * The box of the active cell. It has the focus already while the cell is only selected, so that the first key begins the
 * text, also when an input method composes it.
 */
export function CellEditor({ draft, label, isInvalid, onDraft, onLeave }: CellEditorProps) {
  const box = useRef<HTMLInputElement>(null);
  const isEditing = draft !== null;
  useEffect(() => {
    // Whoever goes from one find to the next stays in the box of the search.
    if (!document.activeElement?.closest('search')) box.current?.focus({ preventScroll: true });
  }, []);
  return (
    <input
      ref={box}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="next"
      maxLength={CELL_MAX_CHARS}
      value={draft ?? ''}
      onChange={(event) => onDraft(event.target.value)}
      onBlur={() => isEditing && onLeave()}
      className={cn(
        'absolute inset-0 w-full px-2 text-[0.8125rem] outline-none max-md:text-base',
        isEditing
          ? 'z-3 bg-surface-raised text-foreground outline-2 -outline-offset-2 outline-accent'
          : 'cursor-cell bg-transparent caret-transparent',
      )}
    />
  );
}
