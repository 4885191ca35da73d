'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import {
  DAMAGES,
  isRead,
  LEFT_OUT,
  type Finding,
  type LeftOut,
  type ReadOptions,
  type TableOrigin,
} from '@/lib/batches/table/table';
import type { Reread } from './use-reread';

export type FindingListProps = { findings: Finding[]; origin: TableOrigin; reread: Reread };

/** What is remarkable about the table: each kind once, with how often, where first, and what to do. */
export function FindingList({ findings, origin, reread }: FindingListProps) {
  const t = useTranslations('batches.findings');
  if (findings.length === 0) return null;
  const asked = isRead(origin) ? origin.asked : {};
  const isBad = findings.some(({ kind }) => DAMAGES.some((damage) => damage === kind));
  return (
    <Alert tone={isBad ? 'warning' : 'info'} title={t('label')}>
      <ul className="mt-1 flex flex-col gap-1.5">
        {findings.map((finding) => (
          <FindingItem key={finding.kind} finding={finding} asked={asked} reread={reread} />
        ))}
      </ul>
    </Alert>
  );
}

type FindingItemProps = { finding: Finding; asked: ReadOptions; reread: Reread };

function FindingItem({ finding, asked, reread }: FindingItemProps) {
  const t = useTranslations('batches.findings');
  const { kind } = finding;
  const choice = choiceOf(finding, asked);
  return (
    <li className="flex flex-col items-start">
      <span className="text-pretty">{choice?.isOther ? t(`other.${choice.kind}`) : t(kind)}</span>
      <span className="text-xs leading-5 wrap-anywhere text-muted-foreground">
        <Where finding={finding} />
      </span>
      {choice && (
        <Button
          variant="link"
          size="sm"
          pending={reread.pending}
          onClick={() => reread.change(choice.change)}
        >
          {t(`${choice.isOther ? 'otherPress' : 'press'}.${choice.kind}`)}
        </Button>
      )}
    </li>
  );
}

type Choice = {
  kind: LeftOut | 'hiddenRows' | 'sideways';
  /** Somebody has decided otherwise than the reader does by itself. */
  isOther: boolean;
  /** What a press asks for. */
  change: ReadOptions;
};

/** What can be read the other way, and taken back. */
function choiceOf(
  { kind }: Finding,
  { kept = [], skipHidden = false, isTurned }: ReadOptions,
): Choice | null {
  const leftOut = LEFT_OUT.find((one) => one === kind);
  if (leftOut) {
    const isOther = kept.includes(leftOut);
    const change = { kept: isOther ? kept.filter((one) => one !== leftOut) : [...kept, leftOut] };
    return { kind: leftOut, isOther, change };
  }
  if (kind === 'hiddenRows') return { kind, isOther: skipHidden, change: { skipHidden: !skipHidden } };
  if (kind !== 'sideways') return null;
  const isOther = isTurned === false;
  // Turned, its rows have other numbers.
  return { kind, isOther, change: { isTurned: isOther ? undefined : false, headerRow: undefined } };
}

const ROW_KINDS: Finding['kind'][] = [...LEFT_OUT, 'hiddenRows', 'sideways'];

function Where({ finding: { kind, count, firstLine: line, columns, sample } }: { finding: Finding }) {
  const t = useTranslations('batches.findings');
  const common = useTranslations('common');
  const names = columns.join(common('comma'));
  if (kind === 'hiddenColumns') return t('whereColumns', { count, columns: names });
  if (ROW_KINDS.includes(kind)) return t('whereRows', { count, line, sample });
  if (columns.length === 0) return t('where', { count, line, sample });
  return t('whereIn', { columns: names, count, line, sample });
}
