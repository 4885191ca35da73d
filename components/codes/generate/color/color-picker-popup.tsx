'use client';

import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { RgbColorPicker } from 'react-colorful';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import type { LineColor } from '@/lib/wechat/rules/parameters';

export type ColorPopoverProps = {
  color: LineColor;
  disabled: boolean;
  onChange: (color: LineColor) => void;
};

type ColorPickerPopupProps = ColorPopoverProps & { trigger: ReactElement };

/** Opens at once: it is mounted by the click on its trigger. */
export function ColorPickerPopup({ color, disabled, onChange, trigger }: ColorPickerPopupProps) {
  const t = useTranslations('codes.generate.color');
  return (
    <Popover defaultOpen>
      <PopoverTrigger render={trigger} disabled={disabled} />
      <PopoverContent aria-label={t('picker')} className="w-60">
        <RgbColorPicker color={color} onChange={onChange} style={{ width: '100%' }} />
      </PopoverContent>
    </Popover>
  );
}
