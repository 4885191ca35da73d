'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { DraftColumn } from '@/lib/batches/draft-types';
import { TEMPLATE_MAX_CHARS } from '@/lib/batches/limits';

export type TemplateInputProps = {
  label: string;
  value: string;
  columns: DraftColumn[];
  onValueChange: (text: string) => void;
};

/** A text with column names in braces; a button for each column puts it where the cursor is. */
export function TemplateInput({ label, value, columns, onValueChange }: TemplateInputProps) {
  const t = useTranslations('batches.mapping');
  const input = useRef<HTMLInputElement>(null);

  const insert = (name: string) => {
    const token = `{${name}}`;
    const at = input.current?.selectionStart ?? value.length;
    const end = input.current?.selectionEnd ?? at;
    onValueChange(value.slice(0, at) + token + value.slice(end));
    // Once the new text stands in the box, the cursor goes behind what was put in.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at + token.length, at + token.length);
    });
  };

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} labelHidden>
        <Input
          ref={input}
          value={value}
          onChange={({ target }) => onValueChange(target.value)}
          maxLength={TEMPLATE_MAX_CHARS}
          placeholder={t('textPlaceholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <div role="group" aria-label={t('insert')} className="flex flex-wrap items-center gap-1.5">
        <span aria-hidden className="text-xs text-muted-foreground">
          {t('insert')}
        </span>
        {columns.map(({ name }) => (
          <button
            key={name}
            type="button"
            aria-label={t('insertColumn', { name })}
            onClick={() => insert(name)}
            className="inline-flex h-7 max-w-44 items-center gap-1 rounded-md border border-border bg-surface px-2 font-mono text-xs focus-ring transition-colors hover:border-input hover:bg-muted max-md:h-9"
          >
            <Plus aria-hidden className="size-3 shrink-0 text-muted-foreground" />
            <span className="truncate">{name}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
