'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { FigureField } from '@/components/exports/figure-field';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { Segmented } from '@/components/ui/form/segmented';
import { Select } from '@/components/ui/form/select';
import { CODE_LOOKS, PRINT_INKS, SAMPLE_LIMITS } from '@/lib/exports/options';
import { USUAL_OWN } from '@/lib/print/own-stock';
import type { KeptStock } from '@/lib/print/print-types';
import { DIFFERENCE_MOST, percentOf } from '@/lib/print/vector/vector';
import { hasLabels, OWN, PIECE, SHEET_LIMITS } from '@/lib/print/sheet';
import { ACCEPTANCE, FILLING } from '@/lib/print/starter-keys';
import { OrderField } from './order-field';
import { keptAs, type Laid, type PrintValues } from './print-values';
import { useFaultText } from './use-fault-text';
import { useStockItems } from './use-stock-items';

const FileFields = dynamic(() => import('./file-fields').then((room) => room.FileFields), { ssr: false });
const OwnFields = dynamic(() => import('./own-fields').then((room) => room.OwnFields), { ssr: false });

/** They have a place of their own for what is wrong. */
const OF_OTHER_FIELDS: readonly Laid['fault'][] = ['own', 'pixels', 'names'];

function useStockError(laid: Laid): string | undefined {
  const text = useFaultText(laid);
  return OF_OTHER_FIELDS.includes(laid.fault) ? undefined : text;
}

export type SheetFieldsProps = {
  values: PrintValues;
  onChange: (changed: Partial<PrintValues>) => void;
  laid: Laid;
  /** Places of one sheet. */
  room: number;
  /** Codes that there are to print. */
  pieces: number;
  kept: KeptStock[];
  canKeep: boolean;
  hasBleed: boolean;
  /** Of the table that is printed. */
  columns: readonly string[];
};

export function SheetFields(props: SheetFieldsProps) {
  const { values, onChange, laid, pieces, kept, canKeep } = props;
  const t = useTranslations('exports.print');
  const stock = useStockChoice(props);
  const stockError = useStockError(laid);
  const isFiles = values.output === 'files';
  const hasStock = !isFiles || values.design === FILLING;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {values.design !== ACCEPTANCE && (
        <OutputField values={values} onChange={onChange} error={hasStock ? undefined : stockError} />
      )}
      {hasStock && (
        <Field label={t('stock')} error={stockError} className="sm:col-span-2">
          <Select {...stock} />
        </Field>
      )}
      {values.stock === OWN && values.own && (
        <OwnFields
          own={values.own}
          onChange={(own) => onChange({ own, startAt: 1 })}
          issues={laid.ownIssues}
          kept={kept}
          canKeep={canKeep}
        />
      )}
      {isFiles && (
        <FileFields values={values} onChange={onChange} pixels={laid.pixels} hasBleed={props.hasBleed} />
      )}
      <SampleFields values={values} onChange={onChange} pieces={pieces} />
      {!isFiles && <OrderField values={values} onChange={onChange} columns={props.columns} />}
      {!isFiles && <PlaceFields {...props} />}
      <InkFields values={values} onChange={onChange} />
    </div>
  );
}

/** How often, and from where on a sheet. */
function PlaceFields({ values, onChange, room }: SheetFieldsProps) {
  const t = useTranslations('exports.print');
  const steps = useSteps();
  return (
    <>
      <FigureField
        {...steps}
        label={t('copies')}
        value={values.copies}
        max={SHEET_LIMITS.copies}
        onChange={(copies) => onChange({ copies })}
      />
      {room > 1 && (
        <FigureField
          {...steps}
          label={t('startAt')}
          hint={t('startAtHint')}
          value={values.startAt}
          max={room}
          onChange={(startAt) => onChange({ startAt })}
        />
      )}
    </>
  );
}

/** What a press needs. */
function InkFields({ values, onChange }: ChoiceProps) {
  const t = useTranslations('exports.print');
  const isPdf = values.output === 'sheets' || values.type === 'pdf';
  return (
    <>
      {isPdf && (
        <Field label={t('ink')} group className="sm:col-span-2" hint={t(`inkHints.${values.ink}`)}>
          <Segmented
            value={values.ink}
            onValueChange={(ink) => onChange({ ink })}
            items={PRINT_INKS.map((ink) => ({ value: ink, label: t(`inks.${ink}`) }))}
          />
        </Field>
      )}
      <CodesField values={values} onChange={onChange} />
      <Checkbox
        label={t('cropMarks')}
        checked={values.cropMarks}
        onCheckedChange={(cropMarks) => onChange({ cropMarks })}
      />
      {isPdf && (values.output === 'files' || !hasLabels(values)) && (
        <Checkbox
          label={t('colorBars')}
          checked={values.colorBars}
          onCheckedChange={(colorBars) => onChange({ colorBars })}
        />
      )}
    </>
  );
}

/** What has dots of its own draws codes from them. */
function CodesField({ values, onChange }: ChoiceProps) {
  const t = useTranslations('exports.print');
  if (values.output === 'files' && values.type !== 'pdf' && values.type !== 'svg') return null;
  const hint = t(`codesHints.${values.codes}`, { percent: percentOf(DIFFERENCE_MOST) });
  return (
    <Field label={t('codes')} group className="sm:col-span-2" hint={hint}>
      <Segmented
        value={values.codes}
        onValueChange={(codes) => onChange({ codes })}
        items={CODE_LOOKS.map((look) => ({ value: look, label: t(`codesLooks.${look}`) }))}
      />
    </Field>
  );
}

type ChoiceProps = Pick<SheetFieldsProps, 'values' | 'onChange'>;

function OutputField({ values, onChange, error }: ChoiceProps & { error: string | undefined }) {
  const t = useTranslations('exports.print');
  return (
    <Field
      label={t('output')}
      group
      hint={t(`outputHints.${values.output}`)}
      error={error}
      className="sm:col-span-2"
    >
      <Segmented
        value={values.output}
        onValueChange={(output) => onChange({ output })}
        items={(['sheets', 'files'] as const).map((value) => ({ value, label: t(`outputs.${value}`) }))}
      />
    </Field>
  );
}

/** What is sold, what the team has measured, and what somebody measures now. */
function useStockChoice({ values, onChange, kept }: SheetFieldsProps) {
  const t = useTranslations('exports.print');
  const known = useStockItems();
  const items = [
    ...known.filter(({ value }) => value !== PIECE || values.design !== FILLING),
    ...kept.map(({ id, own }) => ({ value: id, label: own.name })),
    { value: OWN, label: t('own.choice') },
  ];
  const onValueChange = (value: string) => {
    const chosen = kept.find(({ id }) => id === value)?.own;
    if (chosen) return onChange({ stock: OWN, own: chosen, startAt: 1 });
    const own = value === OWN ? { ...(values.own ?? USUAL_OWN), name: '' } : values.own;
    onChange({ stock: value, own, startAt: 1 });
  };
  const value = values.stock === OWN ? (keptAs(values.own, kept) ?? OWN) : values.stock;
  return { items, value, onValueChange };
}

type SampleFieldsProps = Pick<SheetFieldsProps, 'values' | 'onChange' | 'pieces'>;

/** All codes, or some of them drawn at random. */
function SampleFields({ values: { sample, seed }, onChange, pieces }: SampleFieldsProps) {
  const t = useTranslations('exports.print');
  const steps = useSteps();
  const most = Math.min(SAMPLE_LIMITS.count, pieces);
  return (
    <>
      <Field label={t('which')} group className="sm:col-span-2">
        <Segmented
          value={sample === null ? 'all' : 'sample'}
          onValueChange={(which) =>
            onChange({ sample: which === 'all' ? null : Math.min(SAMPLE_LIMITS.usual, most) })
          }
          items={[
            { value: 'all', label: t('whichAll') },
            { value: 'sample', label: t('whichSample') },
          ]}
        />
      </Field>
      {sample !== null && (
        <>
          <FigureField
            {...steps}
            label={t('sample')}
            value={Math.min(sample, most)}
            max={most}
            onChange={(count) => onChange({ sample: count })}
          />
          <FigureField
            {...steps}
            label={t('seed')}
            hint={t('seedHint')}
            value={seed}
            max={SAMPLE_LIMITS.seed}
            onChange={(number) => onChange({ seed: number })}
          />
        </>
      )}
    </>
  );
}

/** Whole numbers from one on. */
function useSteps() {
  const t = useTranslations('exports.print');
  return { min: 1, round: Math.round, decreaseLabel: t('less'), increaseLabel: t('more') };
}
