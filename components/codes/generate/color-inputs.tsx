'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Input } from '@/components/ui/input';
import type { LineColor } from '@/lib/wechat/parameters';
import { parseHex, toHexText } from './color';
import { controlId } from './form-values';

export type ColorInputsProps = {
  color: LineColor;
  onChange: (color: LineColor) => void;
  onBlur: () => void;
};

const PARTS = [
  { part: 'r', label: 'red' },
  { part: 'g', label: 'green' },
  { part: 'b', label: 'blue' },
] as const;

/** Hex and the three numbers that WeChat takes, always the same colour. */
export function ColorInputs({ color, onChange, onBlur }: ColorInputsProps) {
  const t = useTranslations('codes.generate.color');
  return (
    <>
      <HexInput color={color} onChange={onChange} onBlur={onBlur} />
      {PARTS.map(({ part, label }) => (
        <label key={part} className="relative w-18">
          <span
            aria-hidden
            className="absolute inset-y-0 start-2.5 flex items-center text-xs text-muted-foreground"
          >
            {part.toUpperCase()}
          </span>
          <Input
            id={controlId(`lineColor.${part}`)}
            type="number"
            inputMode="numeric"
            min={0}
            max={255}
            aria-label={t(label)}
            value={Number.isNaN(color[part]) ? '' : color[part]}
            // An empty box is no number; the schema then says that all three are needed.
            onChange={(event) => onChange({ ...color, [part]: event.target.valueAsNumber })}
            onBlur={onBlur}
            className="appearance-none ps-7 pe-1 font-mono [&::-webkit-inner-spin-button]:appearance-none"
          />
        </label>
      ))}
    </>
  );
}

/** Keeps what is being typed until it is a colour; leaving the box shows the colour that counts. */
function HexInput({ color, onChange, onBlur }: ColorInputsProps) {
  const t = useTranslations('codes.generate.color');
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Input
      id={controlId('lineColor')}
      aria-label={t('hex')}
      value={draft ?? toHexText(color)}
      maxLength={7}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setDraft(event.target.value);
        const parsed = parseHex(event.target.value);
        if (parsed) onChange(parsed);
      }}
      onBlur={() => {
        setDraft(null);
        onBlur();
      }}
      className="w-28 font-mono"
    />
  );
}
