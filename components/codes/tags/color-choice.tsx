'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { TAG_COLORS } from '@/lib/tags/limits';
import type { TagItem } from '@/lib/tags/queries';
import { TagDot } from './tag-dot';

export type ColorChoiceProps = { value: TagItem['color']; onChange: (color: TagItem['color']) => void };

/** The browser's own radio buttons, drawn as dots; each is named. */
export function ColorChoice({ value, onChange }: ColorChoiceProps) {
  const t = useTranslations('organize.tags');
  const name = useId();
  return (
    <div role="radiogroup" aria-label={t('color')} className="flex flex-wrap gap-1">
      {TAG_COLORS.map((color) => (
        <label
          key={color}
          title={t(`colors.${color}`)}
          className={cn(
            'relative flex size-8 cursor-pointer items-center justify-center rounded-full border border-transparent max-md:size-11',
            'has-checked:border-foreground has-focus-visible:outline-2 has-focus-visible:outline-ring',
          )}
        >
          <input
            type="radio"
            name={name}
            checked={color === value}
            onChange={() => onChange(color)}
            aria-label={t(`colors.${color}`)}
            className="absolute inset-0 cursor-pointer appearance-none"
          />
          <TagDot color={color} className="size-4" />
        </label>
      ))}
    </div>
  );
}
