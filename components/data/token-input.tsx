'use client';

import { Plus } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';

export type Token = {
  /** What is put into the text, braces included. */
  text: string;
  label: string;
  /** For screen readers: “insert …”. */
  spoken: string;
};

export type TokenInputProps = {
  label: string;
  labelHidden?: boolean | undefined;
  value: string;
  onValueChange: (text: string) => void;
  tokens: readonly Token[];
  /** Before the buttons. */
  tokensLabel: string;
  maxLength: number;
  placeholder?: string | undefined;
  hint?: ReactNode;
  error?: ReactNode;
};

/** A text with tokens in braces; a button for each token puts it where the cursor is. */
export function TokenInput(props: TokenInputProps) {
  const { label, labelHidden, value, onValueChange, hint, error, maxLength, placeholder } = props;
  const input = useRef<HTMLInputElement>(null);

  const insert = (text: string) => {
    const at = input.current?.selectionStart ?? value.length;
    const end = input.current?.selectionEnd ?? at;
    onValueChange(value.slice(0, at) + text + value.slice(end));
    // Once the new text stands in the box, the cursor goes behind what was put in.
    requestAnimationFrame(() => {
      input.current?.focus();
      input.current?.setSelectionRange(at + text.length, at + text.length);
    });
  };

  return (
    <div className="flex flex-col gap-2">
      <Field label={label} labelHidden={labelHidden} hint={hint} error={error}>
        <Input
          ref={input}
          value={value}
          onChange={({ target }) => onValueChange(target.value)}
          maxLength={maxLength}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <Tokens {...props} onInsert={insert} />
    </div>
  );
}

type TokensProps = Pick<TokenInputProps, 'tokens' | 'tokensLabel'> & { onInsert: (text: string) => void };

function Tokens({ tokens, tokensLabel, onInsert }: TokensProps) {
  return (
    <div role="group" aria-label={tokensLabel} className="flex flex-wrap items-center gap-1.5">
      <span aria-hidden className="text-xs text-muted-foreground">
        {tokensLabel}
      </span>
      {tokens.map(({ text, label, spoken }) => (
        <button
          key={text}
          type="button"
          aria-label={spoken}
          title={text}
          onClick={() => onInsert(text)}
          className="inline-flex h-7 max-w-44 items-center gap-1 rounded-md border border-border bg-surface px-2 text-xs focus-ring transition-colors hover:border-input hover:bg-muted max-md:h-11"
        >
          <Plus aria-hidden className="size-3 shrink-0 text-muted-foreground" />
          <span className="truncate">{label}</span>
        </button>
      ))}
    </div>
  );
}
