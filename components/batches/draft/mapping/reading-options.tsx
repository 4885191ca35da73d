'use client';

import { useReach } from '@/components/data/use-reach';
import { ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { Spinner } from '@/components/ui/spinner';
import { Switch } from '@/components/ui/form/switch';
import { toast } from '@/components/ui/overlay/toast';
import { rereadDraftAction } from '@/lib/batches/actions';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { TEXT_ENCODINGS, type DelimiterName } from '@/lib/batches/limits';
import type { ReadOptions, TableOrigin } from '@/lib/batches/table/table';

/** How the table was read, and the means to read it differently when the guess was wrong. */
export function ReadingOptions({ draft: { id, origin } }: { draft: Draft }) {
  const t = useTranslations('batches.reading');
  const { reread, pending } = useReread(id);
  if (origin.kind === 'sequence') return null;
  const now = optionsOf(origin);
  const change = (options: ReadOptions) => reread({ ...now, ...options });
  return (
    <details className="group -mt-2">
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-xs text-[0.8125rem] text-muted-foreground focus-ring hover:text-foreground [&::-webkit-details-marker]:hidden">
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
        {origin.kind === 'file' && <FileOptions origin={origin} onChange={change} />}
        <Switch
          label={t('header')}
          description={t('headerHint')}
          checked={origin.hasHeader}
          onCheckedChange={(hasHeader) => change({ hasHeader })}
        />
      </fieldset>
    </details>
  );
}

type FileOrigin = Extract<TableOrigin, { kind: 'file' }>;

function FileOptions({ origin, onChange }: { origin: FileOrigin; onChange: (options: ReadOptions) => void }) {
  const t = useTranslations('batches.reading');
  const { sheet, sheets = [], encoding, delimiter } = origin;
  return (
    <>
      {sheet !== undefined && sheets.length > 1 && (
        <Field label={t('sheet')}>
          <Select
            items={sheets.map((name) => ({ value: name, label: name }))}
            value={sheet}
            onValueChange={(chosen) => onChange({ sheet: chosen })}
          />
        </Field>
      )}
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

const DELIMITER_NAMES = ['comma', 'tab', 'semicolon'] as const satisfies readonly DelimiterName[];

/** “GB18030 · comma”, so that a wrong guess can be seen without opening anything. */
function Facts({ origin }: { origin: Exclude<TableOrigin, { kind: 'sequence' }> }) {
  const t = useTranslations('batches.reading');
  if (origin.kind === 'paste') return null;
  const { encoding, delimiter, sheet } = origin;
  const facts = [
    encoding && t(`encodings.${encoding}`),
    delimiter && t(`delimiters.${delimiter}`),
    sheet,
  ].filter(Boolean);
  return facts.length > 0 && ` · ${facts.join(' · ')}`;
}

function optionsOf(origin: Exclude<TableOrigin, { kind: 'sequence' }>): ReadOptions {
  const { hasHeader } = origin;
  if (origin.kind === 'paste') return { hasHeader };
  const { encoding, delimiter, sheet } = origin;
  return { hasHeader, encoding, delimiter, sheet };
}

function useReread(batchId: string) {
  const reach = useReach();
  const router = useRouter();
  const [pending, start] = useTransition();
  const reread = (options: ReadOptions) =>
    start(async () => {
      const { serverError: refused } = await reach(rereadDraftAction({ batchId, options }));
      // What is wrong with the reading says more than that something is.
      if (refused) return toast.error(Object.values(refused.fields)[0] ?? refused.message);
      router.refresh();
    });
  return { reread, pending };
}
