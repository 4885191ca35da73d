'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { thumbRoom } from '@/components/layout/thumb-bar';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { PrintOptions } from '@/lib/exports/options';
import type { ExportOutline } from '@/lib/exports/export-types';
import type { KeptDesign } from '@/lib/print/designs/kept-types';
import type { KeptStock, PrintSample } from '@/lib/print/print-types';
import type { Starter } from '@/lib/print/starters';
import { useReleased } from '../use-released';
import { DesignPicker } from './design-picker';
import {
  fillingStarter,
  layOut,
  ofProduct,
  ofTeam,
  startPrint,
  withDesign,
  type PrintValues,
} from './print-values';
import { PreviewCard } from './preview-card';
import { SheetFields } from './sheet-fields';

// Below the designs; the page is there without it.
const DesignLinks = dynamic(() => import('./design-links').then((room) => room.DesignLinks), {
  ssr: false,
  loading: () => <div className="mt-4 h-9 max-md:h-11" />,
});
const NamesSection = dynamic(() => import('../build/names-section').then((room) => room.NamesSection), {
  ssr: false,
});

export type PrintBuilderProps = {
  outline: ExportOutline;
  samples: PrintSample[];
  /** What in the address says which codes. */
  scopeFields: [string, string][];
  last: PrintOptions | null;
  designs: KeptDesign[];
  /** Drawn by the server, so that the page does not load how. */
  starters: Starter[];
  /** Paper and labels of the team, and whether the reader may change them. */
  stocks: KeptStock[];
  canKeep: boolean;
};

/** What the codes stand in, what they are printed on, and the first sheet as it will be. */
export function PrintBuilder(props: PrintBuilderProps) {
  const { samples, last, stocks, canKeep } = props;
  const { outline, scopeFields, unreleased } = useReleased(props);
  const t = useTranslations('exports.print');
  const known = [...props.designs.map(ofTeam), ...props.starters.map(ofProduct)];
  const [values, setValues] = useState(() => startPrint(last, known, outline.columns));
  const designs = [...known, fillingStarter(values, 'L7160')];
  const change = (changed: Partial<PrintValues>) => setValues((before) => ({ ...before, ...changed }));
  const chosen = designs.find(({ key }) => key === values.design);
  if (!chosen) return null;
  const { design } = chosen;
  const laid = layOut(values, design, outline.columns);
  const { grid, fault } = laid;
  const room = fault === null ? grid.places.length : 0;
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
            <DesignLinks chosen={chosen} scopeFields={props.scopeFields} canChange={canKeep} />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title={t(isFiles ? 'files.title' : 'sheet')} />
          <CardBody>
            <SheetFields
              values={values}
              onChange={change}
              laid={laid}
              room={room}
              pieces={outline.pictures}
              kept={stocks}
              canKeep={canKeep}
              hasBleed={design.bleed > 0}
              columns={outline.columns}
            />
          </CardBody>
        </Card>
        {isFiles && (
          <NamesSection values={values} onChange={change} outline={outline} problem={laid.namesIssue} />
        )}
      </div>
      <PreviewCard {...{ values, laid, outline, samples, scopeFields, unreleased }} />
    </div>
  );
}
