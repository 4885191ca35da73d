'use client';

import { useTranslations } from 'next-intl';
import dynamic from 'next/dynamic';
import { Checkbox } from '@/components/ui/form/checkbox';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { Segmented } from '@/components/ui/form/segmented';
import { Select } from '@/components/ui/form/select';
import { CODE_LOOKS, PRINT_INKS, SAMPLE_LIMITS } from '@/lib/exports/options';
import { USUAL_OWN, type OwnIssue } from '@/lib/print/own-stock';
import type { KeptStock } from '@/lib/print/print-types';
import { DIFFERENCE_MOST, percentOf } from '@/lib/print/vector/vector';
import { hasLabels, OWN, PIECE, SHEET_LIMITS } from '@/lib/print/sheet';
import { ACCEPTANCE, FILLING } from '@/lib/print/starter-keys';
import { OrderField } from './order-field';
import { keptAs, type PrintValues } from './print-values';
import { useStockItems } from './use-stock-items';

const FileFields = dynamic(() => import('./file-fields').then((room) => room.FileFields), { ssr: false });
const OwnFields = dynamic(() => import('./own-fields').then((room) => room.OwnFields), { ssr: false });

export type SheetFieldsProps = {
  values: PrintValues;
  onChange: (changed: Partial<PrintValues>) => void;
  /** Places of one sheet. */
  room: number;
  stockError: string | undefined;
  /** Codes that there are to print. */
  pieces: number;
  kept: KeptStock[];
  canKeep: boolean;
  ownIssues: OwnIssue[];
  /** Of the longer side of a file. */
  pixels: number;
  hasBleed: boolean;
  /** Of the table that is printed. */
  columns: readonly string[];
};

export function SheetFields(props: SheetFieldsProps) {
  const { values, onChange, stockError, pieces, kept, canKeep, ownIssues } = props;
  const t = useTranslations('exports.print');
  const stock = useStockChoice(props);
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
          issues={ownIssues}
          kept={kept}
          canKeep={canKeep}
        />
      )}
      {isFiles && (
        <FileFields values={values} onChange={onChange} pixels={props.pixels} hasBleed={props.hasBleed} />
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
  const steps = { decreaseLabel: t('less'), increaseLabel: t('more') };
  return (
    <>
      <Field label={t('copies')}>
        <NumberInput
          {...steps}
          value={values.copies}
          min={1}
          max={SHEET_LIMITS.copies}
          onValueChange={(copies) => onChange({ copies: within(copies, SHEET_LIMITS.copies) })}
        />
      </Field>
      {room > 1 && (
        <Field label={t('startAt')} hint={t('startAtHint')}>
          <NumberInput
            {...steps}
            value={values.startAt}
            min={1}
            max={room}
            onValueChange={(startAt) => onChange({ startAt: within(startAt, room) })}
          />
        </Field>
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
  const steps = { decreaseLabel: t('less'), increaseLabel: t('more') };
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
          <Field label={t('sample')}>
            <NumberInput
              {...steps}
              value={Math.min(sample, most)}
              min={1}
              max={most}
              onValueChange={(count) => onChange({ sample: within(count, most) })}
            />
          </Field>
          <Field label={t('seed')} hint={t('seedHint')}>
            <NumberInput
              {...steps}
              value={seed}
              min={1}
              max={SAMPLE_LIMITS.seed}
              onValueChange={(number) => onChange({ seed: within(number, SAMPLE_LIMITS.seed) })}
            />
          </Field>
        </>
      )}
    </>
  );
}

function within(value: number | null, max: number): number {
  return Math.min(max, Math.max(1, Math.round(value ?? 1)));
}
