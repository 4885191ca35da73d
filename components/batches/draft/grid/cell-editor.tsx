'use client';

import { useLayoutEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';

export type CellEditorProps = {
  /** What is being typed; null while the cell is only selected. */
  draft: string | null;
  /** Column, row and text of the cell, with what is wrong. */
  label: string;
  isInvalid: boolean;
  /** Nothing can be typed at this moment. */
  isLocked: boolean;
  onDraft: (text: string) => void;
  /** The key of a phone that ends a line; other keyboards are listened to by the sheet. */
  onEnter: () => void;
  onLeave: () => void;
};

/**
 * The box of the active cell. It has the focus already while the cell is only selected, so that the first key begins the
 * text, also when an input method composes it. Of several lines, as a cell may have them: a box of one would drop the ends.
 */
export function CellEditor(props: CellEditorProps) {
  const { draft, label, isInvalid, isLocked, onDraft, onEnter, onLeave } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const isEditing = draft !== null;
  // With the cell: a key that comes a moment later would be for nobody.
  useLayoutEffect(() => {
    // Whoever goes from one find to the next stays in the box of the search.
    if (document.activeElement?.closest('search')) return;
    box.current?.focus({ preventScroll: true });
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, []);
  return (
    <textarea
      ref={box}
      rows={1}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="next"
      readOnly={isLocked}
      value={draft ?? ''}
      onChange={({ target, nativeEvent }) => {
        if (nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertLineBreak') onEnter();
        else onDraft(target.value);
      }}
      onBlur={() => isEditing && onLeave()}
      className={cn(
        'absolute top-0 left-0 min-h-full min-w-full resize-none px-2 py-1.5 text-[0.8125rem] leading-5 max-md:text-base max-md:leading-5',
        isEditing
          ? 'z-3 field-sizing-content max-h-40 max-w-[min(28rem,calc(100vw-5rem))] overflow-auto bg-surface-raised text-foreground shadow-md outline-2 -outline-offset-2 outline-accent'
          : 'size-full cursor-cell overflow-hidden bg-transparent caret-transparent outline-none',
      )}
    />
  );
}
