import { useTranslations } from 'next-intl';
import type { Put } from '@/components/exports/design/use-history';
import { ColorInput } from '@/components/ui/form/color-input';
import { Field } from '@/components/ui/form/field';
import type { CodeElement } from '@/lib/print/design';
import { DESIGN_LIMITS } from '@/lib/print/design-problems';
import { printFacts } from '@/lib/wechat/rules/print-sizes';
import { LogoField, type LogoFieldProps } from './logo-field';
import { MmField } from './mm-field';

export type CodeFieldsProps = { element: CodeElement; put: Put<CodeElement> } & Omit<
  LogoFieldProps,
  'element'
>;

export function CodeFields({ element, put, ...more }: CodeFieldsProps) {
  const t = useTranslations('designs');
  const { distance } = printFacts(0, element.size / 10);
  return (
    <>
      <MmField
        label={t('fields.size')}
        value={element.size}
        min={1}
        max={DESIGN_LIMITS.length.max}
        hint={t('fields.distance', { distance })}
        onChange={(size) => put({ size })}
      />
      <MmField
        label={t('fields.quiet')}
        value={element.quiet}
        min={0}
        max={DESIGN_LIMITS.quiet}
        hint={t('fields.quietHint')}
        onChange={(quiet) => put({ quiet })}
      />
      <Field label={t('fields.backdrop')} hint={t('fields.backdropHint')} className="col-span-2">
        <ColorInput
          value={element.backdrop}
          onValueChange={(backdrop) => put({ backdrop })}
          pickLabel={t('pickColor')}
        />
      </Field>
      <LogoField element={element} {...more} />
    </>
  );
}
