import { useTranslations } from 'next-intl';
import type { DryRun, ProblemGroup } from '@/lib/batches/check/dry-run-types';
import { Alert } from '@/components/ui/alert';
import { useTrapText } from '@/components/codes/use-trap-text';
import { useIssueText } from '@/components/batches/use-issue-text';

/** What is wrong, each cause once with its number of rows and where the first one is. */
export function ProblemList({ problems }: { problems: ProblemGroup[] }) {
  const t = useTranslations('batches.check');
  const issueText = useIssueText();
  return (
    <Alert tone="danger" title={t('problemsTitle')}>
      <ul className="mt-1 flex flex-col gap-1">
        {problems.map((problem) => (
          <li key={JSON.stringify(problem)} className="flex flex-col">
            <span className="text-pretty">
              {problem.isExample ? t('example', { text: issueText(problem) }) : issueText(problem)}
            </span>
            <Where rows={problem.rows} firstLine={problem.firstLine} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** What WeChat would take, and yet is rarely meant. */
export function WarningList({ warnings, otherNames }: Pick<DryRun, 'warnings' | 'otherNames'>) {
  const t = useTranslations();
  const trapText = useTrapText();
  if (warnings.length === 0 && !otherNames) return null;
  return (
    <Alert tone="warning" title={t('batches.check.warningsTitle')}>
      <ul className="mt-1 flex flex-col gap-1">
        {otherNames && (
          <li className="flex flex-col">
            <span className="text-pretty">{t('batches.check.otherNames', otherNames)}</span>
            <Where {...otherNames} />
          </li>
        )}
        {warnings.map((warning) => (
          <li key={JSON.stringify(warning)} className="flex flex-col">
            <span className="text-pretty">{trapText(warning)}</span>
            <Where {...warning} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Where({ rows, firstLine }: Pick<ProblemGroup, 'rows' | 'firstLine'>) {
  const t = useTranslations('batches.check');
  return (
    <span className="text-xs leading-5 text-muted-foreground">{t('where', { rows, line: firstLine })}</span>
  );
}
