'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import type { LineColor } from '@/lib/wechat/rules/parameters';
import { parseHex, toHexText } from './color';
import { controlId } from '@/components/codes/generate/form-values';

export type ColorInputsProps = {
  color: LineColor;
  invalid: boolean;
  onChange: (color: LineColor) => void;
  onBlur: () => void;
};

const PARTS = [
  { part: 'r', label: 'red' },
  { part: 'g', label: 'green' },
  { part: 'b', label: 'blue' },
] as const;

/** Hex and the three numbers that WeChat takes, always the same colour. */
export function ColorInputs(props: ColorInputsProps) {
  const { color, invalid, onChange, onBlur } = props;
  const t = useTranslations('codes.generate.color');
  return (
    <>
      <HexInput {...props} />
      <div className="flex gap-2">
        {PARTS.map(({ part, label }) => (
          <Field
            controlId={controlId(`lineColor.${part}`)}
            key={part}
            labelHidden
            label={t(label)}
            className="relative w-18"
          >
            <span
              aria-hidden
              className="absolute inset-y-0 start-2.5 flex items-center text-xs text-muted-foreground"
            >
              {part.toUpperCase()}
            </span>
            <Input
              type="number"
              inputMode="numeric"
              min={0}
              max={255}
              aria-invalid={invalid}
              value={Number.isNaN(color[part]) ? '' : color[part]}
              // An empty box is no number; the schema then says that all three are needed.
              onChange={(event) => onChange({ ...color, [part]: event.target.valueAsNumber })}
              onBlur={onBlur}
              className="[appearance:textfield] ps-7 pe-1 font-mono [&::-webkit-inner-spin-button]:appearance-none"
            />
          </Field>
        ))}
      </div>
    </>
  );
}

/** Keeps what is being typed until it is a colour; leaving the box shows the colour that counts. */
function HexInput({ color, invalid, onChange, onBlur }: ColorInputsProps) {
  const t = useTranslations('codes.generate.color');
  const [draft, setDraft] = useState<string | null>(null);
  const type = (text: string) => {
    setDraft(text);
    const parsed = parseHex(text);
    if (parsed) onChange(parsed);
  };
  return (
    <Field controlId={controlId('lineColor')} labelHidden label={t('hex')} className="w-28">
      <Input
        value={draft ?? toHexText(color)}
        maxLength={7}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={invalid}
        onChange={(event) => type(event.target.value)}
        onBlur={() => {
          setDraft(null);
          onBlur();
        }}
        className="font-mono"
      />
    </Field>
  );
}
