'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { Skeleton } from '@/components/ui/skeleton';
import type { LineColor } from '@/lib/wechat/parameters';
import { toHexText } from './color';

/** Most people take a swatch: the picker is fetched when it is first opened. */
const Picker = dynamic(() => import('react-colorful').then(({ RgbColorPicker }) => RgbColorPicker), {
  ssr: false,
  loading: () => <Skeleton className="h-50 w-full" />,
});

export type ColorPopoverProps = {
  color: LineColor;
  disabled: boolean;
  onChange: (color: LineColor) => void;
};

export function ColorPopover({ color, disabled, onChange }: ColorPopoverProps) {
  const t = useTranslations('codes.generate.color');
  return (
    <Popover>
      <PopoverTrigger
        disabled={disabled}
        aria-label={t('open')}
        className={cn(buttonVariants({ variant: 'secondary', size: 'icon' }), 'p-1.5')}
      >
        <span
          className="size-full rounded-xs ring-1 ring-foreground/15 ring-inset"
          style={{ backgroundColor: toHexText(color) }}
        />
      </PopoverTrigger>
      <PopoverContent aria-label={t('picker')} className="w-60">
        <Picker color={color} onChange={onChange} style={{ width: '100%' }} />
      </PopoverContent>
    </Popover>
  );
}
