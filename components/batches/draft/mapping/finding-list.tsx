'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { DAMAGES, type Finding, type TableOrigin } from '@/lib/batches/table/table';
import type { Reread } from './use-reread';

export type FindingListProps = { findings: Finding[]; origin: TableOrigin; reread: Reread };

/** What is remarkable about the table: each kind once, with how often, where first, and what to do. */
export function FindingList({ findings, origin, reread }: FindingListProps) {
  const t = useTranslations('batches');
  if (findings.length === 0) return null;
  const keptTotals = origin.kind !== 'sequence' && origin.asked.keepTotals === true;
  const isBad = findings.some(({ kind }) => DAMAGES.some((damage) => damage === kind));
  return (
    <Alert tone={isBad ? 'warning' : 'info'} title={t('findings.label')}>
      <ul className="mt-1 flex flex-col gap-1.5">
        {findings.map((finding) => (
          <li key={finding.kind} className="flex flex-col items-start">
            <span className="text-pretty">
              {t(`findings.${finding.kind === 'totals' && keptTotals ? 'totalsKept' : finding.kind}`)}
            </span>
            <span className="text-xs leading-5 wrap-anywhere text-muted-foreground">
              <Where finding={finding} />
            </span>
            {finding.kind === 'totals' && (
              <Button
                variant="link"
                size="sm"
                pending={reread.pending}
                onClick={() => reread.change({ keepTotals: !keptTotals })}
              >
                {keptTotals ? t('findings.totalsLeave') : t('findings.totalsKeep')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

const ROW_KINDS: Finding['kind'][] = ['totals', 'notes', 'repeatedHeader', 'hiddenRows'];

function Where({ finding: { kind, count, firstLine: line, columns, sample } }: { finding: Finding }) {
  const t = useTranslations('batches');
  const common = useTranslations('common');
  if (ROW_KINDS.includes(kind)) return t('findings.whereRows', { count, line, sample });
  if (columns.length === 0) return t('findings.where', { count, line, sample });
  return t('findings.whereIn', { columns: columns.join(common('comma')), count, line, sample });
}
