import { AlignCenter, AlignLeft, AlignRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TokenInput } from '@/components/data/token-input';
import type { Put } from '@/components/exports/design/use-history';
import { Checkbox } from '@/components/ui/form/checkbox';
import { ColorInput } from '@/components/ui/form/color-input';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { parseText } from '@/lib/exports/names/name-template';
import type { TextElement } from '@/lib/print/design';
import { DESIGN_LIMITS, designColumns } from '@/lib/print/design-problems';
import { MmField } from './mm-field';

const TOKENS = ['name', 'scene', 'path', 'row', 'app', 'folder', 'tags', 'date'] as const;
const ALIGNS = [
  { value: 'left', Icon: AlignLeft },
  { value: 'center', Icon: AlignCenter },
  { value: 'right', Icon: AlignRight },
] as const;

export type TextFieldsProps = { element: TextElement; put: Put<TextElement>; columns: readonly string[] };

export function TextFields({ element, put, columns }: TextFieldsProps) {
  const t = useTranslations();
  const { text, sizePt, minPt, lines, bold, color, align } = element;
  const { pt } = DESIGN_LIMITS;
  const named = designColumns({ elements: [element] });
  const { issue } = parseText(text, named);
  return (
    <>
      <div className="col-span-2">
        <TokenInput
          label={t('designs.fields.text')}
          value={text}
          onValueChange={(typed) => put({ text: typed })}
          tokens={useTextTokens(columns)}
          tokensLabel={t('exports.build.names.tokens')}
          maxLength={DESIGN_LIMITS.text}
          hint={t('designs.fields.textHint')}
          error={issue && t(`exports.issues.${issue.key}`, issue.values)}
        />
      </div>
      <MmField
        label={t('designs.fields.sizePt')}
        value={sizePt}
        unit="pt"
        {...pt}
        onChange={(size) => put({ sizePt: size, minPt: Math.min(minPt, size) })}
      />
      <MmField
        label={t('designs.fields.minPt')}
        value={minPt}
        unit="pt"
        min={pt.min}
        max={sizePt}
        onChange={(size) => put({ minPt: size })}
      />
      <p className="col-span-2 -mt-2 text-xs leading-5 text-muted-foreground">
        {t('designs.fields.minHint')}
      </p>
      <MmField
        label={t('designs.fields.lines')}
        value={lines}
        unit="none"
        min={1}
        max={DESIGN_LIMITS.lines}
        step={1}
        onChange={(count) => put({ lines: count })}
      />
      <Field label={t('designs.fields.align')} group>
        <Segmented
          value={align}
          onValueChange={(value) => put({ align: value })}
          iconOnly
          items={ALIGNS.map(({ value, Icon }) => ({
            value,
            label: t(`designs.fields.aligns.${value}`),
            icon: <Icon aria-hidden />,
          }))}
        />
      </Field>
      <Field label={t('designs.fields.color')} className="col-span-2">
        <ColorInput
          value={color}
          onValueChange={(value) => put({ color: value })}
          pickLabel={t('designs.pickColor')}
        />
      </Field>
      <div className="col-span-2">
        <Checkbox
          label={t('designs.fields.bold')}
          checked={bold}
          onCheckedChange={(checked) => put({ bold: checked })}
        />
      </div>
    </>
  );
}

/** The same ones as in the names of files, and the columns of the table that is printed. */
function useTextTokens(columns: readonly string[]) {
  const t = useTranslations('exports.build.names');
  const toToken = (text: string, label: string) => ({ text, label, spoken: t('insert', { label }) });
  const usable = columns.filter((column) => !/[{}]/.test(column));
  return [
    ...TOKENS.map((token) => toToken(token === 'row' ? '{row:000}' : `{${token}}`, t(`token.${token}`))),
    ...usable.map((column) => toToken(`{col:${column}}`, column)),
  ];
}
