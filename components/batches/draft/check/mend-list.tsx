import { ArrowRight, Check, Undo2, WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import type { PlanValues } from '@/components/batches/draft/plan-values';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { MendGroup } from '@/lib/batches/check/dry-run-types';

/** What one press mends, and what it has mended: a sample of before and after, and how many rows. */
export function MendList({ mends, stale }: { mends: MendGroup[]; stale: boolean }) {
  const t = useTranslations('batches.mend');
  const { field } = useController<PlanValues, 'mends'>({ name: 'mends' });
  const isOpen = mends.some(({ field: of }) => !field.value.includes(of));
  return (
    <Alert tone={isOpen ? 'warning' : 'success'} title={isOpen ? t('title') : t('done')}>
      <ul className="mt-2 flex flex-col gap-3">
        {mends.map((mend) => {
          const isApplied = field.value.includes(mend.field);
          const others = field.value.filter((other) => other !== mend.field);
          return (
            <li key={mend.field} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
              <MendText mend={mend} isApplied={isApplied} />
              <Button
                size="sm"
                variant={isApplied ? 'ghost' : 'secondary'}
                disabled={stale}
                onClick={() => field.onChange(isApplied ? others : [...others, mend.field])}
              >
                {isApplied ? <Undo2 aria-hidden /> : <WandSparkles aria-hidden />}
                {isApplied ? t('undo', { rows: mend.rows }) : t('apply', { rows: mend.rows })}
              </Button>
            </li>
          );
        })}
      </ul>
    </Alert>
  );
}

function MendText({ mend, isApplied }: { mend: MendGroup; isApplied: boolean }) {
  const t = useTranslations('batches');
  const { field, before, after, rows, firstLine, dropped, droppedRows } = mend;
  return (
    <div className="flex min-w-0 flex-[1_1_16rem] flex-col gap-0.5">
      <span className="text-pretty">
        {t('check.fieldIssue', {
          field: t(`mapping.fields.${field}`),
          text: t(`mend.kinds.${kindOf(field)}`),
        })}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 font-mono text-[0.8125rem]">
        <span className="wrap-anywhere">{before}</span>
        <ArrowRight role="img" aria-label={t('mend.becomes')} className="size-3.5 shrink-0" />
        <span className="font-medium wrap-anywhere">{after}</span>
        {isApplied && (
          <Check role="img" aria-label={t('mend.mended')} className="size-3.5 text-success-text" />
        )}
      </span>
      <span className="text-xs leading-5 text-muted-foreground">
        {t('check.where', { rows, line: firstLine })}
        {droppedRows > 0 && ` ${t('mend.dropped', { rows: droppedRows, query: dropped })}`}
      </span>
    </div>
  );
}

/** Which sentence explains what is wrong. */
function kindOf(field: MendGroup['field']): 'page' | 'scene' | 'look' {
  if (field === 'page' || field === 'path') return 'page';
  return field === 'scene' ? 'scene' : 'look';
}
