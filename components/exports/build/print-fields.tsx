'use client';

import { useTranslations } from 'next-intl';
import { usePrintText } from '@/components/data/texts/use-print-text';
import { Alert } from '@/components/ui/alert';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { PRINT_DPI, PRINT_TYPES, printPixels } from '@/lib/exports/options';
import { PRINT_SIZES, printFacts, sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import { enlargement, type Problems } from './builder-values';
import type { ExportOutline } from '@/lib/exports/export-types';
import type { SectionProps } from './format-section';
import { WidthField } from './width-field';

export type PictureSectionProps = SectionProps & { outline: ExportOutline; problem: Problems['width'] };

const TYPE_NAMES = { png: 'PNG', jpeg: 'JPEG', pdf: 'PDF' };

/** Metres; the pixels change nothing of it. */
const nearestM = (cm: number) => printFacts(1, cm).distance;

/** Pixels of each code on paper; a PDF leaves them as they are, and the narrowest picture counts. */
function pixelsOn({ widthCm, dpi, type }: SectionProps['values'], { widths }: ExportOutline): number | null {
  if (type === 'pdf') return widths.find(({ px }) => px > 0)?.px ?? null;
  return widthCm === null ? null : printPixels({ widthCm, dpi });
}

export function PrintFields({ values, onChange, outline, problem }: PictureSectionProps) {
  const t = useTranslations();
  const printed = usePrintText();
  const { widthCm, dpi } = values;
  const isPdf = values.type === 'pdf';
  const pixels = pixelsOn(values, outline);
  const found = enlargement(values, outline);
  const dpis = [...new Set([...PRINT_DPI.choices, dpi])].toSorted((a, b) => a - b);
  return (
    <div className="flex flex-col gap-5 rounded-lg border border-border bg-background/60 p-4">
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
        <WidthField
          {...{ values, onChange, problem }}
          hint={pixels !== null && !problem && !found ? printed(pixels, widthCm) : undefined}
        />
        {!isPdf && (
          <Field label={t('exports.build.print.dpi')} group>
            <Segmented
              value={String(dpi)}
              onValueChange={(value) => onChange({ dpi: Number(value) })}
              items={dpis.map((value) => ({ value: String(value), label: String(value) }))}
            />
          </Field>
        )}
        <Field label={t('exports.build.print.type')} group>
          <Segmented
            value={values.type}
            onValueChange={(type) => onChange({ type })}
            items={PRINT_TYPES.map((value) => ({ value, label: TYPE_NAMES[value] }))}
          />
        </Field>
      </div>
      {isPdf && (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('exports.build.print.pdfText')}</p>
      )}
      {widthCm !== null && !problem && sizeVerdict(widthCm) === 'small' && (
        <Alert
          tone="warning"
          title={t('exports.build.print.small', { cm: widthCm, distance: nearestM(widthCm) })}
        />
      )}
      <Sizes widthCm={widthCm} onChoose={(cm) => onChange({ widthCm: cm })} />
      {found && <Enlarged found={found} widthCm={widthCm} />}
    </div>
  );
}

/** WeChat's own table of sizes on paper, a button for each line. */
function Sizes({ widthCm, onChoose }: { widthCm: number | null; onChoose: (cm: number) => void }) {
  const t = useTranslations('exports.build.print');
  return (
    <div role="group" aria-label={t('sizes')} className="flex flex-col gap-2">
      <p aria-hidden className="text-xs text-muted-foreground">
        {t('sizes')}
      </p>
      <div className="grid grid-cols-3 gap-1.5 sm:grid-cols-5">
        {PRINT_SIZES.map(({ cm, px, distanceM: distance }) => (
          <button
            key={cm}
            type="button"
            aria-pressed={cm === widthCm}
            aria-label={t('sizeSpoken', { cm, distance, px })}
            title={t('sizeSpoken', { cm, distance, px })}
            onClick={() => onChoose(cm)}
            className="flex min-h-11 flex-col items-center justify-center rounded-md border border-border bg-surface px-2 py-1.5 text-xs leading-4 focus-ring transition-colors hover:border-input hover:bg-muted aria-pressed:border-accent aria-pressed:bg-accent-subtle aria-pressed:text-accent-text"
          >
            <span className="font-medium">{t('size', { cm })}</span>
            <span className="opacity-80">{t('distance', { distance })}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

type EnlargedProps = { found: NonNullable<ReturnType<typeof enlargement>>; widthCm: number | null };

/** Said before the download and not after the print. */
function Enlarged({ found: { narrowest, ...found }, widthCm }: EnlargedProps) {
  const t = useTranslations('exports.build.print');
  const printed = usePrintText();
  return (
    <Alert tone="warning" title={t('enlarged', found)}>
      <p>{printed(narrowest, widthCm)}</p>
      <p>{t('enlargedText')}</p>
    </Alert>
  );
}
