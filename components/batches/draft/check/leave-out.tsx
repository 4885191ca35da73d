import { Undo2, WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { isGuessed, type PlanValues, type SourceValues } from '@/components/batches/draft/plan-values';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ProblemGroup } from '@/lib/batches/check/dry-run-types';
import type { Guess } from '@/lib/batches/plan/explain-guess';
import { LABELS, ROW_FIELDS, type BatchPlan, type RowField } from '@/lib/batches/plan/plan';
import { optionalColumns } from '@/lib/batches/plan/template';

export type LeaveOutProps = { guess: Guess; problems: ProblemGroup[]; stale: boolean };

type Fields = BatchPlan['fields'];

const templateOf = (fields: Fields, field: RowField) => {
  const source = fields[field];
  return source?.from === 'template' ? source.template : '';
};

/** What rows lack in one and have to have in the other. */
function columnsLeft({ fields, leaving }: Guess): string[] {
  const asked = ROW_FIELDS.flatMap((field) => optionalColumns(templateOf(fields, field)));
  const left = ROW_FIELDS.flatMap((field) => optionalColumns(templateOf(leaving, field)));
  return [...new Set(left)].filter((column) => !asked.includes(column));
}

/** The fields that are still written as one of the two guesses, written as the other. */
function rewritten(sources: PlanValues['sources'], from: Fields, to: Fields): [RowField, SourceValues][] {
  return ROW_FIELDS.flatMap((field): [RowField, SourceValues][] => {
    const text = templateOf(to, field);
    if (text === templateOf(from, field) || !isGuessed(from, field, sources[field])) return [];
    return [[field, { ...sources[field], text }]];
  });
}

/** Where the columns would be missing. */
type Place = 'code' | 'name' | 'both';

/** Of some the code says nothing anyway. */
function placeOf({ leaving }: Guess, columns: string[]): Place {
  const sent = ROW_FIELDS.filter((field) => !LABELS.some((label) => label === field));
  const inCode = sent.flatMap((field) => optionalColumns(templateOf(leaving, field)));
  if (columns.every((column) => inCode.includes(column))) return 'code';
  return columns.some((column) => inCode.includes(column)) ? 'both' : 'name';
}

const TEXTS = {
  code: { ask: 'mend.leave', left: 'mend.left', apply: 'mend.leaveApply' },
  name: { ask: 'mend.leaveName', left: 'mend.leftName', apply: 'mend.leaveNameApply' },
  both: { ask: 'mend.leaveBoth', left: 'mend.leftBoth', apply: 'mend.leaveBothApply' },
} as const;

type Choice = { isLeft: boolean; columns: string[]; press: [RowField, SourceValues][] };

/** What one press would do now; null where nothing is missed, or somebody has written these fields in their own way. */
function choiceOf({ guess, problems }: LeaveOutProps, sources: PlanValues['sources']): Choice | null {
  const columns = columnsLeft(guess);
  const isMissed = problems.some(
    ({ key, values }) => key === 'batchIssues.emptyCell' && columns.includes(String(values.column)),
  );
  const toLeave = rewritten(sources, guess.fields, guess.leaving);
  if (toLeave.length > 0) return isMissed ? { isLeft: false, columns, press: toLeave } : null;
  const toAsk = rewritten(sources, guess.leaving, guess.fields);
  return toAsk.length > 0 ? { isLeft: true, columns, press: toAsk } : null;
}

/**
 * A few empty cells are taken for mistakes. Of a column that the form of the purpose does not ask for they need not be: one
 * press lets these rows go without it, and another takes that back.
 */
export function LeaveOut(props: LeaveOutProps) {
  const t = useTranslations('batches');
  const { setValue } = useFormContext<PlanValues>();
  const choice = choiceOf(props, useWatch<PlanValues, 'sources'>({ name: 'sources' }));
  if (!choice) return null;
  const { isLeft, columns } = choice;
  const values = { columns: columns.map((name) => t('mapping.guess.column', { name })).join('') };
  const texts = TEXTS[placeOf(props.guess, columns)];
  const press = () => choice.press.forEach(([field, source]) => setValue(`sources.${field}`, source));
  return (
    <Alert tone={isLeft ? 'success' : 'warning'} title={t(isLeft ? 'mend.done' : 'mend.leaveTitle')}>
      <div className="mt-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <span className="min-w-0 flex-[1_1_16rem] text-pretty">
          {t(isLeft ? texts.left : texts.ask, values)}
        </span>
        <Button size="sm" variant={isLeft ? 'ghost' : 'secondary'} disabled={props.stale} onClick={press}>
          {isLeft ? <Undo2 aria-hidden /> : <WandSparkles aria-hidden />}
          {t(isLeft ? 'mend.leaveUndo' : texts.apply)}
        </Button>
      </div>
    </Alert>
  );
}
