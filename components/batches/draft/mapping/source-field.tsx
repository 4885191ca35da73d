'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { RecentPages } from '@/components/codes/recent-pages';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { isLivePlan, type RowField } from '@/lib/batches/plan/plan';
import { NO_SOURCE, type PlanValues, type SourceValues } from '@/components/batches/draft/plan-values';
import { GuessReason } from './guess-reason';
import { SourceSample, type SourceSampleProps } from './source-sample';
import { TemplateInput } from './template-input';

const SceneColumns = lazy(() => import('./scene-columns').then((room) => ({ default: room.SceneColumns })));

export type SourceFieldProps = {
  draft: Draft;
  field: RowField;
  /** Why the dry run cannot use this source. */
  problem?: string | undefined;
  required?: boolean | undefined;
  /** Instead of “not used”, for what has a common setting. */
  noneLabel?: string | undefined;
};

/** Where a parameter comes from: a column, or a text that columns are put into. */
export function SourceField({ draft, field: name, problem, required, noneLabel }: SourceFieldProps) {
  const t = useTranslations('batches.mapping');
  const common = useTranslations('common');
  const { field, fieldState } = useController<PlanValues, `sources.${RowField}`>({ name: `sources.${name}` });
  const source = field.value;
  const hint = useHint(name);
  return (
    <div className="grid gap-x-6 gap-y-2 md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <div>
        <p id={`${idOf(name)}-label`} className="flex items-baseline gap-1 leading-6 font-medium md:pt-1.5">
          {t(`fields.${name}`)}
          {required ? (
            <span aria-hidden className="text-danger-text">
              *
            </span>
          ) : (
            <span className="ms-1 text-xs font-normal text-muted-foreground">{common('optional')}</span>
          )}
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-2.5">
        <Field
          controlId={idOf(name)}
          label={t('sourceOf', { field: t(`fields.${name}`) })}
          labelHidden
          hint={hint}
          error={fieldState.error?.message ?? problem}
        >
          <Select
            items={useItems(draft, { name, required, noneLabel })}
            value={valueOf(source)}
            required={required}
            onValueChange={(value) => field.onChange(choose(source, value))}
            onBlur={field.onBlur}
            inputRef={field.ref}
          />
        </Field>
        <GuessReason guess={draft.guess} field={name} source={source} />
        {source.kind === 'text' && (
          <TemplateInput
            label={t('textOf', { field: t(`fields.${name}`) })}
            value={source.text}
            columns={draft.columns}
            placeholder={isExemplary(name) ? t(`placeholders.${name}`) : undefined}
            hint={name === 'page' ? undefined : t('textHint')}
            onValueChange={(text) => field.onChange({ ...source, text })}
          />
        )}
        {name === 'page' && source.kind !== 'column' && (
          <RecentPages
            pages={draft.recentPages}
            value={source.kind === 'text' ? source.text : ''}
            onChoose={(text) => field.onChange({ ...source, kind: 'text', text })}
          />
        )}
        <FieldSample draft={draft} field={name} source={source} onChange={field.onChange} />
      </div>
    </div>
  );
}

/** A page may take parameters that have names; what it knows of them comes late. */
function FieldSample(props: SourceSampleProps) {
  const { field, ...rest } = props;
  const plain = <SourceSample {...props} />;
  if (field !== 'scene') return plain;
  return (
    <Suspense fallback={plain}>
      <SceneColumns {...rest} />
    </Suspense>
  );
}

/** Codes without a name are called by what they carry, and that of a live code is a key. */
function useHint(field: RowField): string {
  const t = useTranslations('batches.mapping');
  const [endpoint, isLive] = useWatch<PlanValues, ['endpoint', 'isLive']>({ name: ['endpoint', 'isLive'] });
  if (field === 'name' && isLivePlan({ endpoint, isLive })) return t('hints.nameLive');
  return t(`hints.${field}`);
}

const EXEMPLARY = ['scene', 'liveParameters', 'page', 'path', 'name'] as const;

function isExemplary(field: RowField): field is (typeof EXEMPLARY)[number] {
  return EXEMPLARY.some((name) => name === field);
}

/** The id of a field's control, where a line about it leads. */
function idOf(field: RowField): string {
  return `source-${field}`;
}

type ItemOptions = { name: RowField; required: boolean | undefined; noneLabel: string | undefined };

function useItems(draft: Draft, { name: field, required, noneLabel }: ItemOptions) {
  const t = useTranslations('batches.mapping');
  const common = useTranslations('common');
  const columns = draft.columns.map(({ name, samples }, index) => ({
    value: `column:${index}`,
    label:
      samples.length > 0
        ? t('columnSample', { name, sample: samples.slice(0, 2).join(common('comma')) })
        : name,
  }));
  const none = noneLabel ?? (required ? t('noneRequired') : t('none'));
  return [
    { value: 'none', label: none, disabled: required },
    ...columns,
    // A page has no parameters that differ from row to row.
    { value: 'text', label: t(field === 'page' ? 'textPage' : 'text') },
  ];
}

function valueOf({ kind, column }: SourceValues): string {
  return kind === 'column' ? `column:${column}` : kind;
}

function choose(source: SourceValues, value: string): SourceValues {
  if (value === 'none') return { ...source, kind: 'none' };
  if (value === 'text') return { ...source, kind: 'text' };
  return { ...NO_SOURCE, ...source, kind: 'column', column: Number(value.replace('column:', '')) };
}
