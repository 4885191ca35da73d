'use client';

import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/use-error-toast';
import { usePrintText } from '@/components/data/use-print-text';
import { thumbBar, thumbRoom } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { outcomeOf } from '@/lib/actions/outcome';
import { createExportAction } from '@/lib/exports/actions';
import type { PdfOptions } from '@/lib/exports/options';
import type { PrintSample } from '@/lib/print/print-types';
import { gridOf, sampleText, sheetCount } from '@/lib/print/sheet';
import { starters, starterWords } from '@/lib/print/starters';
import { JobLine } from '../job/job-line';
import { DesignPicker } from './design-picker';
import { PrintProblems } from './print-problems';
import { printFields, startPrint, withDesign, type PrintValues } from './print-values';
import { SheetFields } from './sheet-fields';
import { SheetPreview } from './sheet-preview';
import { usePrintCheck } from './use-print-check';

export type PrintBuilderProps = {
  samples: PrintSample[];
  pieces: number;
  /** Of the picture that has the fewest; 0 when nobody knows it. */
  narrowestPx: number;
  /** Of the batch that is printed; else empty. */
  name: string;
  /** What in the address says which codes. */
  scopeFields: [string, string][];
  last: PdfOptions | null;
};

/** What the codes stand in, what they are printed on, and the first sheet as it will be. */
export function PrintBuilder({ samples, pieces, narrowestPx, name, scopeFields, last }: PrintBuilderProps) {
  const t = useTranslations('exports.print');
  const printed = usePrintText();
  const designs = starters(starterWords((word) => t(`words.${word}`)));
  const [values, setValues] = useState(() => startPrint(last, designs));
  const change = (changed: Partial<PrintValues>) => setValues((before) => ({ ...before, ...changed }));
  const design = designs.find(({ key }) => key === values.design)?.design;
  if (!design) return null;
  const grid = gridOf(values, design);
  const room = grid.places.length;
  const { width, height } = design;
  const count = Math.min(values.sample ?? pieces, pieces);
  const about = values.sample === null ? '' : sampleText({ count, seed: values.seed, of: pieces });
  const code = design.elements.find((element) => element.kind === 'code');
  return (
    <div
      className={cn(
        'grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_28rem]',
        thumbRoom,
      )}
    >
      <div className="flex min-w-0 flex-col gap-6">
        <Card>
          <CardHeader title={t('design')} />
          <CardBody>
            <DesignPicker
              designs={designs}
              sample={samples[0] ?? null}
              value={values.design}
              onChange={(starter) => change(withDesign(values, starter))}
            />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title={t('sheet')} />
          <CardBody>
            <SheetFields
              values={values}
              onChange={change}
              room={room}
              pieces={pieces}
              stockError={room === 0 ? t('tooLarge', { width, height }) : undefined}
            />
          </CardBody>
        </Card>
      </div>
      <Card className="lg:sticky lg:top-6">
        <CardHeader title={t('preview')} />
        <CardBody className="flex flex-col gap-4">
          {room > 0 && (
            <SheetPreview
              design={design}
              sheet={values}
              grid={grid}
              samples={samples.slice(0, count)}
              about={[name, about].filter(Boolean).join(' · ')}
            />
          )}
          {code && narrowestPx > 0 && (
            <p className="text-[0.8125rem] leading-5 text-muted-foreground">
              {printed(narrowestPx, code.size / 10)}
            </p>
          )}
          <Submit
            fields={[...scopeFields, ...printFields(values)]}
            check={[...scopeFields, ['design', values.design]]}
            room={room}
            facts={t('facts', { pieces: count * values.copies, sheets: sheetCount(count, values, room) })}
          />
        </CardBody>
      </Card>
    </div>
  );
}

type SubmitProps = { fields: [string, string][]; check: [string, string][]; room: number; facts: string };

function Submit({ fields, check: checked, room, facts }: SubmitProps) {
  const t = useTranslations('exports.print');
  const showError = useErrorToast();
  const [exportId, setExportId] = useState<string | null>(null);
  const check = usePrintCheck(checked);
  const create = useMutation({
    mutationFn: () => outcomeOf(createExportAction({ fields })),
    onSuccess: (id) => setExportId(id ?? null),
    onError: showError,
  });
  return (
    <>
      <PrintProblems check={check.data} error={check.error} onRetry={() => void check.refetch()} />
      <div data-slot="submit-bar" className={cn('flex flex-col gap-3 thumb:gap-2', thumbBar)}>
        {exportId && <JobLine key={exportId} exportId={exportId} />}
        <div className="flex flex-col gap-3 thumb:flex-row thumb:items-center thumb:justify-between">
          <p className="font-medium tabular-nums">{facts}</p>
          <Button
            size="lg"
            variant={exportId ? 'secondary' : 'primary'}
            disabled={room === 0}
            pending={create.isPending}
            onClick={() => create.mutate()}
          >
            <Printer aria-hidden />
            {t(exportId ? 'again' : 'make')}
          </Button>
        </div>
      </div>
    </>
  );
}
