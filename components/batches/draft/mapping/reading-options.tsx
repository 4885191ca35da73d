'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { Spinner } from '@/components/ui/spinner';
import { DELIMITER_NAMES, TEXT_ENCODINGS } from '@/lib/batches/limits';
import { isRead, type ReadOptions, type SheetSize, type TableOrigin } from '@/lib/batches/table/table';
import type { Reread } from './use-reread';

export type ReadingOptionsProps = { origin: TableOrigin; reread: Reread };

type FileOrigin = Extract<TableOrigin, { kind: 'file' }>;
type PasteOrigin = Extract<TableOrigin, { kind: 'paste' }>;

/** How the table was read, and the means to read it differently when the guess was wrong. */
export function ReadingOptions({ origin, reread: { change, pending } }: ReadingOptionsProps) {
  const t = useTranslations('batches.reading');
  if (!isRead(origin)) return null;
  const isChoice =
    origin.delimiter !== undefined || (origin.kind === 'file' && origin.encoding !== undefined);
  if (!isChoice) return null;
  return (
    <details className="group -mt-2">
      <summary className="thumb-reach flex w-fit list-none items-center gap-1.5 rounded-xs text-[0.8125rem] text-muted-foreground focus-ring hover:text-foreground [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {t('title')}
        <span className="max-sm:hidden">
          <Facts origin={origin} />
        </span>
        {pending && <Spinner className="size-3.5" />}
      </summary>
      <fieldset
        disabled={pending}
        className="mt-3 grid min-w-0 gap-x-6 gap-y-4 rounded-lg border border-border p-4 sm:grid-cols-2"
      >
        <TextOptions origin={origin} onChange={change} />
      </fieldset>
    </details>
  );
}

type TextOptionsProps = { origin: FileOrigin | PasteOrigin; onChange: (options: ReadOptions) => void };

function TextOptions({ origin, onChange }: TextOptionsProps) {
  const t = useTranslations('batches.reading');
  const encoding = origin.kind === 'file' ? origin.encoding : undefined;
  const { delimiter } = origin;
  return (
    <>
      {encoding && (
        <Field label={t('encoding')} hint={t('encodingHint')}>
          <Select
            items={TEXT_ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
            value={encoding}
            onValueChange={(chosen) => onChange({ encoding: chosen })}
          />
        </Field>
      )}
      {delimiter && (
        <Field label={t('delimiter')}>
          <Select
            items={DELIMITER_NAMES.map((value) => ({ value, label: t(`delimiters.${value}`) }))}
            value={delimiter}
            onValueChange={(chosen) => onChange({ delimiter: chosen })}
          />
        </Field>
      )}
    </>
  );
}

/** “GB18030 · comma”, so that a wrong guess can be seen without opening anything. */
function Facts({ origin }: { origin: FileOrigin | PasteOrigin }) {
  const t = useTranslations('batches.reading');
  const encoding = origin.kind === 'file' ? origin.encoding : undefined;
  const facts = [
    encoding && t(`encodings.${encoding}`),
    origin.delimiter && t(`delimiters.${origin.delimiter}`),
  ].filter(Boolean);
  return facts.length > 0 && ` · ${facts.join(' · ')}`;
}

/** The sheets of a workbook with their sizes; one alone is no choice. */
export function SheetPicker({ origin, reread: { change, pending } }: ReadingOptionsProps) {
  const t = useTranslations('batches.reading');
  const sheets = origin.kind === 'file' ? (origin.sheets ?? []) : [];
  if (origin.kind !== 'file' || origin.sheet === undefined || sheets.length < 2) return null;
  const label = ({ name, rows, columns }: SheetSize) => {
    if (rows === null || columns === null) return name;
    return rows === 0 ? t('sheetEmpty', { name }) : t('sheetSize', { name, rows, columns });
  };
  return (
    <Field label={t('sheet')} className="max-w-md">
      <Select
        items={sheets.map((sheet) => ({
          value: sheet.name,
          label: label(sheet),
          disabled: sheet.rows === 0,
        }))}
        value={origin.sheet}
        disabled={pending}
        // Another sheet has its header somewhere else.
        onValueChange={(sheet) => change({ sheet, headerRow: undefined, headerNames: undefined })}
      />
    </Field>
  );
}
