'use client';

import { useTranslations } from 'next-intl';
import type { History } from '@/components/exports/design/use-history';
import { useStockItems } from '@/components/exports/print/use-stock-items';
import { ColorInput } from '@/components/ui/form/color-input';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import type { Design } from '@/lib/print/design';
import { DESIGN_LIMITS } from '@/lib/print/design-problems';
import { MmField } from './mm-field';

export type PieceFieldsProps = { history: History; stock: string; onStock: (stock: string) => void };

/** The piece itself: how large, how far its ground goes beyond the cut, and what it is printed on first. */
export function PieceFields({ history: { design, change }, stock, onStock }: PieceFieldsProps) {
  const t = useTranslations('designs.piece');
  const all = useTranslations('designs');
  const items = useStockItems();
  const put = (field: keyof Design, value: number | string) =>
    change({ ...design, [field]: value }, `piece ${field}`);
  const { side, bleed } = DESIGN_LIMITS;
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4">
      <MmField label={t('width')} value={design.width} {...side} onChange={(mm) => put('width', mm)} />
      <MmField label={t('height')} value={design.height} {...side} onChange={(mm) => put('height', mm)} />
      <MmField label={t('bleed')} value={design.bleed} {...bleed} onChange={(mm) => put('bleed', mm)} />
      <MmField
        label={t('radius')}
        value={design.radius}
        min={0}
        max={Math.min(design.width, design.height) / 2}
        onChange={(mm) => put('radius', mm)}
      />
      <p className="col-span-2 -mt-2 text-xs leading-5 text-muted-foreground">{t('hint')}</p>
      <Field label={t('ground')} className="col-span-2">
        <ColorInput
          value={design.ground}
          onValueChange={(color) => put('ground', color)}
          pickLabel={all('pickColor')}
        />
      </Field>
      <Field label={t('stock')} hint={t('stockHint')} className="col-span-2">
        <Select items={items} value={stock} onValueChange={onStock} />
      </Field>
    </div>
  );
}
