'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { usePrintText } from '@/components/data/texts/use-print-text';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { ExportOutline } from '@/lib/exports/export-types';
import { lostOf, type PrintCheck, type PrintSample } from '@/lib/print/print-types';
import { sampleText, sheetCount } from '@/lib/print/sheet';
import { printFacts, sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import type { UnreleasedChoice } from '../use-released';
import { PrintSubmit } from './print-submit';
import { checkFields, printFields, type Laid, type PrintValues } from './print-values';
import { SheetPreview } from './sheet-preview';
import { useFaultText } from './use-fault-text';
import { usePrintCheck } from './use-print-check';

const FileNames = dynamic(() => import('./file-names').then((room) => room.FileNames), { ssr: false });
// Few print what only testers can open.
const UnreleasedField = dynamic(() => import('../unreleased-field').then((room) => room.UnreleasedField), {
  ssr: false,
});

export type PreviewCardProps = {
  values: PrintValues;
  laid: Laid;
  outline: ExportOutline;
  samples: PrintSample[];
  scopeFields: [string, string][];
  unreleased: UnreleasedChoice | null;
};

/** The first sheet or file as it will be, and the button that makes them. Stays in sight while the form is scrolled. */
export function PreviewCard({ values, laid, outline, samples, scopeFields, unreleased }: PreviewCardProps) {
  const t = useTranslations('exports.print');
  const { grid, fault } = laid;
  const room = fault === null ? grid.places.length : 0;
  const isFiles = values.output === 'files';
  const check = usePrintCheck([...scopeFields, ...checkFields(values)], room > 0);
  const { pieces, count, first, narrowestPx, name } = factsOf(outline, values, {
    check: check.data,
    samples,
  });
  const sheets = { pieces: count * values.copies, sheets: sheetCount(count, values, room) };
  return (
    <Card className="lg:sticky lg:top-6">
      <CardHeader title={t(isFiles ? 'files.preview' : 'preview')} />
      <CardBody className="flex flex-col gap-4">
        {fault !== null && <Fault laid={laid} />}
        {grid.places.length > 0 && (
          <div>
            <SheetPreview
              design={laid.design}
              sheet={laid.sheet}
              grid={grid}
              samples={first}
              about={aboutOf({ name, count, pieces }, values)}
            />
            <p className="mt-2 text-xs leading-5 text-muted-foreground">{t('edges')}</p>
          </div>
        )}
        {isFiles && <FileNames values={values} outline={outline} />}
        {fault === null && <Scanned narrowestPx={narrowestPx} codeCm={laid.codeCm} />}
        {unreleased && <UnreleasedField {...unreleased} />}
        <PrintSubmit
          fields={[...scopeFields, ...printFields(values)]}
          check={check}
          canMake={room > 0 && count > 0}
          room={room}
          isFiles={isFiles}
          facts={isFiles ? t('files.facts', { count }) : t('facts', sheets)}
        />
      </CardBody>
    </Card>
  );
}

type Read = { check: PrintCheck | undefined; samples: PrintSample[] };

/**
 * How many codes there are to print, how many of them are, the first ones, the pixels of the picture that has the fewest (0 when
 * nobody knows it), and the batch that is printed.
 */
function factsOf(outline: ExportOutline, { sample }: PrintValues, { check, samples }: Read) {
  const { pictures, widths, scope } = outline;
  const pieces = Math.max(0, pictures - (check ? lostOf(check) : 0));
  const count = Math.min(sample ?? pieces, pieces);
  return {
    ...{ pieces, count, first: (check?.samples ?? samples).slice(0, count) },
    narrowestPx: widths.find(({ px }) => px > 0)?.px ?? 0,
    name: scope.kind === 'batch' ? scope.name : '',
  };
}

type Printed = { name: string; count: number; pieces: number };

/** What the head of a sheet says. */
function aboutOf({ name, count, pieces: of }: Printed, { sample, seed }: PrintValues): string {
  return [name, sample === null ? '' : sampleText({ count, seed, of })].filter(Boolean).join(' · ');
}

/** Why there is nothing to look at, or nothing that can be made. */
function Fault({ laid }: { laid: Laid }) {
  return (
    <p className="flex gap-1.5 text-[0.8125rem] leading-5 text-danger-text">
      <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">{useFaultText(laid)}</span>
    </p>
  );
}

/** How the code looks and from where it is read; said louder where that is near. */
function Scanned({ narrowestPx, codeCm }: { narrowestPx: number; codeCm: number }) {
  const t = useTranslations('exports.print');
  const printed = usePrintText();
  const { distance } = printFacts(narrowestPx, codeCm);
  return (
    <>
      {sizeVerdict(codeCm) === 'small' && (
        <p className="flex gap-1.5 text-[0.8125rem] leading-5 text-warning-text">
          <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
          <span>{t('small', { cm: codeCm, distance })}</span>
        </p>
      )}
      {narrowestPx > 0 && (
        <p className="text-[0.8125rem] leading-5 text-muted-foreground">{printed(narrowestPx, codeCm)}</p>
      )}
    </>
  );
}
