'use client';

import { useMutation } from '@tanstack/react-query';
import { Printer, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/use-error-toast';
import { usePrintText } from '@/components/data/use-print-text';
import { thumbBar, thumbRoom } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { outcomeOf } from '@/lib/actions/outcome';
import { createExportAction } from '@/lib/exports/actions';
import type { PrintOptions } from '@/lib/exports/options';
import type { ExportOutline } from '@/lib/exports/export-types';
import type { Design } from '@/lib/print/design';
import type { KeptDesign } from '@/lib/print/designs/kept-types';
import type { KeptStock, PrintSample } from '@/lib/print/print-types';
import { sampleText, sheetCount } from '@/lib/print/sheet';
import { printFacts, SMALL_CM, sizeVerdict } from '@/lib/wechat/rules/print-sizes';
import { starters, starterWords } from '@/lib/print/starters';
import { DesignLinks } from './design-links';
import { DesignPicker } from './design-picker';
import { PrintProblems } from './print-problems';
import {
  checkFields,
  fillingStarter,
  layOut,
  ofProduct,
  ofTeam,
  pieceNames,
  printFields,
  startPrint,
  withDesign,
  type Laid,
  type PrintValues,
} from './print-values';
import { SheetFields } from './sheet-fields';
import { SheetPreview } from './sheet-preview';
import { usePrintCheck } from './use-print-check';

// Not before something is made.
const JobLine = dynamic(() => import('../job/job-line').then((room) => room.JobLine), { ssr: false });

const NamesSection = dynamic(() => import('../build/names-section').then((room) => room.NamesSection), {
  ssr: false,
});

const NAMES_SHOWN = 3;

export type PrintBuilderProps = {
  outline: ExportOutline;
  samples: PrintSample[];
  /** What in the address says which codes. */
  scopeFields: [string, string][];
  last: PrintOptions | null;
  designs: KeptDesign[];
  /** Paper and labels of the team, and whether the reader may change them. */
  stocks: KeptStock[];
  canKeep: boolean;
};

/** What the codes stand in, what they are printed on, and the first sheet as it will be. */
export function PrintBuilder(props: PrintBuilderProps) {
  const { outline, samples, scopeFields, last, stocks, canKeep } = props;
  const { pieces, narrowestPx, name } = factsOf(outline);
  const t = useTranslations('exports.print');
  const known = [
    ...props.designs.map(ofTeam),
    ...starters(starterWords((word) => t(`words.${word}`))).map(ofProduct),
  ];
  const [values, setValues] = useState(() => startPrint(last, known, outline.columns));
  const designs = [...known, fillingStarter(values, 'L7160')];
  const change = (changed: Partial<PrintValues>) => setValues((before) => ({ ...before, ...changed }));
  const chosen = designs.find(({ key }) => key === values.design);
  if (!chosen) return null;
  const { design } = chosen;
  const laid = layOut(values, design, outline.columns);
  const { grid, fault } = laid;
  const room = fault === null ? grid.places.length : 0;
  const count = Math.min(values.sample ?? pieces, pieces);
  const isFiles = values.output === 'files';
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
              onChange={(choice) => change(withDesign(values, choice))}
            />
            <DesignLinks chosen={chosen} scopeFields={scopeFields} canChange={canKeep} />
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
              stockError={faultText(t, laid, design)}
              kept={stocks}
              canKeep={canKeep}
              ownIssues={laid.ownIssues}
              pixels={laid.pixels}
              hasBleed={design.bleed > 0}
            />
          </CardBody>
        </Card>
        {isFiles && (
          <NamesSection values={values} onChange={change} outline={outline} problem={laid.namesIssue} />
        )}
      </div>
      <Card className="lg:sticky lg:top-6">
        <CardHeader title={t(isFiles ? 'files.preview' : 'preview')} />
        <CardBody className="flex flex-col gap-4">
          {fault === 'own' && (
            <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('own.noPreview')}</p>
          )}
          {grid.places.length > 0 && (
            <SheetPreview
              design={laid.design}
              sheet={laid.sheet}
              grid={grid}
              samples={samples.slice(0, count)}
              about={aboutOf({ name, count, pieces }, values)}
            />
          )}
          {isFiles && <FileNames names={pieceNames(values, outline)} />}
          {fault === null && <Scanned narrowestPx={narrowestPx} codeCm={laid.codeCm} />}
          <Submit
            fields={[...scopeFields, ...printFields(values)]}
            check={[...scopeFields, ...checkFields(values)]}
            room={room}
            isFiles={isFiles}
            facts={
              isFiles
                ? t('files.facts', { count })
                : t('facts', { pieces: count * values.copies, sheets: sheetCount(count, values, room) })
            }
          />
        </CardBody>
      </Card>
    </div>
  );
}

type T = ReturnType<typeof useTranslations<'exports.print'>>;

function faultText(
  t: T,
  { fault, codeCm, column = '' }: Laid,
  { width, height }: Design,
): string | undefined {
  if (fault === null || fault === 'own' || fault === 'pixels' || fault === 'names') return undefined;
  return t(fault, { width, height, cm: codeCm, min: SMALL_CM.least, column });
}

/** How many codes, the pixels of the picture that has the fewest (0 when nobody knows it), and the batch that is printed. */
function factsOf({ pictures, widths, scope }: ExportOutline) {
  const narrowestPx = widths.find(({ px }) => px > 0)?.px ?? 0;
  return { pieces: pictures, narrowestPx, name: scope.kind === 'batch' ? scope.name : '' };
}

function FileNames({ names }: { names: string[] }) {
  const t = useTranslations('exports.build.sample');
  if (names.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="font-mono text-xs leading-5 text-muted-foreground">
      {names.slice(0, NAMES_SHOWN).map((name) => (
        <li key={name} className="wrap-anywhere">
          {name}
        </li>
      ))}
    </ul>
  );
}

type Printed = { name: string; count: number; pieces: number };

/** What the head of a sheet says. */
function aboutOf({ name, count, pieces: of }: Printed, { sample, seed }: PrintValues): string {
  return [name, sample === null ? '' : sampleText({ count, seed, of })].filter(Boolean).join(' · ');
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

type SubmitProps = {
  fields: [string, string][];
  check: [string, string][];
  room: number;
  facts: string;
  isFiles: boolean;
};

function Submit({ fields, check: checked, room, facts, isFiles }: SubmitProps) {
  const t = useTranslations('exports.print');
  const showError = useErrorToast();
  const [exportId, setExportId] = useState<string | null>(null);
  const check = usePrintCheck(checked, room > 0);
  const create = useMutation({
    mutationFn: () => outcomeOf(createExportAction({ fields })),
    onSuccess: (id) => setExportId(id ?? null),
    onError: showError,
  });
  return (
    <>
      {room > 0 && (
        <PrintProblems check={check.data} error={check.error} onRetry={() => void check.refetch()} />
      )}
      <div data-slot="submit-bar" className={cn('flex flex-col gap-3 thumb:gap-2', thumbBar)}>
        {exportId && (
          <>
            <JobLine key={exportId} exportId={exportId} />
            <Link
              href="/print"
              className="self-start rounded-xs text-[0.8125rem] leading-5 underline focus-ring"
            >
              {t('records')}
            </Link>
          </>
        )}
        <div className="flex flex-col gap-3 thumb:flex-row thumb:items-center thumb:justify-between">
          <p className="font-medium tabular-nums">{room > 0 && facts}</p>
          <Button
            size="lg"
            variant={exportId ? 'secondary' : 'primary'}
            disabled={room === 0}
            pending={create.isPending}
            onClick={() => create.mutate()}
          >
            <Printer aria-hidden />
            {t(exportId ? 'again' : isFiles ? 'files.make' : 'make')}
          </Button>
        </div>
      </div>
    </>
  );
}
