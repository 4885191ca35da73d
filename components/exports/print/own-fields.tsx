'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { NameForm } from '@/components/data/name-form';
import { NamedRow } from '@/components/data/named-row';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { NumberInput } from '@/components/ui/form/number-input';
import { Segmented } from '@/components/ui/form/segmented';
import {
  fieldsOf,
  OWN_KINDS,
  OWN_LIMITS,
  STOCK_NAME_MAX_CHARS,
  type OwnField,
  type OwnIssue,
  type OwnStock,
} from '@/lib/print/own-stock';
import type { KeptStock } from '@/lib/print/print-types';
import { deleteStockAction, renameStockAction, saveStockAction } from '@/lib/print/stocks/actions';

export type OwnFieldsProps = {
  own: OwnStock;
  onChange: (own: OwnStock) => void;
  issues: OwnIssue[];
  kept: KeptStock[];
  /** The reader may keep these measures for the team, and rename and delete kept ones. */
  canKeep: boolean;
};

/** Paper or labels that somebody measures with a ruler; the sheet beside follows each figure. */
export function OwnFields({ own, onChange, issues, kept, canKeep }: OwnFieldsProps) {
  const t = useTranslations('exports.print.own');
  // Measures that were changed are no longer those of the name.
  const change = (changed: Partial<OwnStock>) => onChange({ ...own, name: '', ...changed });
  return (
    <div className="flex flex-col gap-5 rounded-lg border border-border bg-background/60 p-4 sm:col-span-2">
      <Field label={t('kind')} group hint={t(`hints.${own.kind}`)}>
        <Segmented
          value={own.kind}
          onValueChange={(kind) => change({ kind })}
          items={OWN_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      </Field>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {fieldsOf(own.kind).map((field) => (
          <Measure key={field} {...{ field, own, issues, onChange: change }} />
        ))}
      </div>
      {canKeep && issues.length === 0 && own.name === '' && <Keep own={own} onKept={onChange} />}
      {canKeep && kept.length > 0 && <KeptList kept={kept} onUse={onChange} />}
    </div>
  );
}

type MeasureProps = {
  field: OwnField;
  own: OwnStock;
  issues: OwnIssue[];
  onChange: (changed: Partial<OwnStock>) => void;
};

const isCount = (field: OwnField) => field === 'columns' || field === 'rows';

function Measure({ field, own, issues, onChange }: MeasureProps) {
  const t = useTranslations();
  const { min, max } = OWN_LIMITS[field];
  const value = own[field];
  const issue = issues.find((known) => known.field === field);
  const error = Number.isNaN(value)
    ? t('exports.print.own.required')
    : issue && t(`exports.issues.${issue.key}`, issue.values);
  const isMargin = own.kind === 'paper' && (field === 'left' || field === 'top');
  return (
    <Field
      label={t(isMargin ? `exports.print.own.paperFields.${field}` : `exports.print.own.fields.${field}`)}
      error={error}
    >
      <NumberInput
        value={Number.isNaN(value) ? null : value}
        onValueChange={(mm) => onChange({ [field]: mm ?? Number.NaN })}
        min={min}
        max={max}
        unit={isCount(field) ? undefined : t('exports.print.own.mm')}
        decreaseLabel={t('exports.print.less')}
        increaseLabel={t('exports.print.more')}
      />
    </Field>
  );
}

function Keep({ own, onKept }: { own: OwnStock; onKept: (own: OwnStock) => void }) {
  const t = useTranslations('exports.print.own');
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  if (!isOpen)
    return (
      <Button variant="secondary" size="sm" className="self-start" onClick={() => setIsOpen(true)}>
        {t('keep')}
      </Button>
    );
  return (
    <NameForm
      label={t('name')}
      submitLabel={t('keep')}
      maxChars={STOCK_NAME_MAX_CHARS}
      lists={[]}
      run={async (name) => {
        const result = await saveStockAction({ ...own, name });
        if (result.data) onKept({ ...own, name });
        return result;
      }}
      said={(name) => t('saved', { name })}
      onDone={() => router.refresh()}
      onCancel={() => setIsOpen(false)}
      autoFocus
    />
  );
}

function KeptList({ kept, onUse }: { kept: KeptStock[]; onUse: (own: OwnStock) => void }) {
  const t = useTranslations('exports.print.own');
  return (
    <section aria-label={t('kept')} className="flex flex-col gap-1 border-t border-border pt-4">
      <h3 className="text-[0.8125rem] font-medium">{t('kept')}</h3>
      <ul className="-mx-2.5">
        {kept.map((stock) => (
          <li key={stock.id}>
            <KeptRow stock={stock} onUse={onUse} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function KeptRow({
  stock: { id, own, canChange, appNames },
  onUse,
}: {
  stock: KeptStock;
  onUse: (own: OwnStock) => void;
}) {
  const t = useTranslations('exports.print.own');
  const common = useTranslations('common');
  const router = useRouter();
  const { name } = own;
  const remove = useListAction({
    run: () => deleteStockAction({ stockId: id }),
    lists: [],
    said: () => t('deleted', { name }),
    onDone: () => router.refresh(),
  });
  return (
    <NamedRow
      name={name}
      {...{ appNames }}
      fixed={!canChange}
      deleteTitle={t('deleteTitle', { name })}
      deleteText={t('deleteText')}
      onDelete={() => remove.mutate({})}
      deleting={remove.isPending}
      form={(close) => (
        <NameForm
          label={t('name')}
          submitLabel={common('save')}
          initial={name}
          maxChars={STOCK_NAME_MAX_CHARS}
          lists={[]}
          run={(newName) => renameStockAction({ stockId: id, name: newName })}
          said={(newName) => t('renamed', { name: newName })}
          onDone={() => {
            close();
            router.refresh();
          }}
          onCancel={close}
          autoFocus
        />
      )}
    >
      <button
        type="button"
        aria-label={t('use', { name })}
        onClick={() => onUse(own)}
        className="flex min-h-11 w-full min-w-0 flex-col justify-center rounded-md px-2.5 py-1.5 text-start focus-ring hover:bg-muted"
      >
        <span className="w-full truncate">{name}</span>
        <span className="text-xs leading-4 text-muted-foreground tabular-nums">
          {t(own.kind === 'labels' ? 'sizeLabels' : 'sizePaper', {
            width: own.kind === 'labels' ? own.labelWidth : own.width,
            height: own.kind === 'labels' ? own.labelHeight : own.height,
            columns: own.columns,
            rows: own.rows,
          })}
        </span>
      </button>
    </NamedRow>
  );
}
