import { useFormatter, useNow, useTranslations } from 'next-intl';
import { AutoRefresh } from '@/components/data/auto-refresh';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { Backups } from '@/lib/backup/kept/queries';
import { BackupList } from './backup-list';
import { BackupNowButton } from './backup-now-button';

/** The rule, the next one, those that are kept, and what is wrong. */
export function BackupCard({ backups }: { backups: Backups }) {
  const t = useTranslations('system.backups');
  const { isUnderWay, items, place } = backups;
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('text', { place })}
        actions={<BackupNowButton isUnderWay={isUnderWay} />}
      />
      <CardBody className="flex flex-col gap-4">
        <Problem backups={backups} />
        <Rule backups={backups} />
        {items.length > 0 && <BackupList items={items} />}
        {isUnderWay && <AutoRefresh />}
      </CardBody>
    </Card>
  );
}

function Problem({ backups: { rule, problem, items, lastGoodAt } }: { backups: Backups }) {
  const t = useTranslations('system.backups');
  const format = useFormatter();
  const lastGood = lastGoodAt
    ? t('lastGood', { at: format.dateTime(lastGoodAt, { dateStyle: 'long', timeStyle: 'short' }) })
    : t('noGood');
  if (problem === 'failed') {
    const failure = items.find((item) => item.failure !== null)?.failure ?? 'broken';
    return (
      <Alert tone="danger" title={t('failed', { cause: t(`failures.${failure}`) })}>
        {t(`remedies.${failure}`)} {lastGood}
      </Alert>
    );
  }
  if (problem === 'late')
    return (
      <Alert tone="warning" title={t('late')}>
        {t('lateText')} {lastGood}
      </Alert>
    );
  return rule.everyDays === 0 ? <Alert title={t('noRule')}>{t('noRuleText')}</Alert> : null;
}

function Rule({ backups: { rule, nextAt, sealsKeys } }: { backups: Backups }) {
  const t = useTranslations('system.backups');
  const format = useFormatter();
  const now = useNow();
  const next = (at: Date) =>
    at > now
      ? t('next', { at: format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' }) })
      : t('nextSoon');
  return (
    <p className="text-[0.8125rem] leading-6 text-muted-foreground">
      {rule.everyDays > 0 && t('every', { days: rule.everyDays })} {nextAt && next(nextAt)}{' '}
      {t('keep', { keep: rule.keep })} {t(sealsKeys ? 'keysIn' : 'keysOut')}
    </p>
  );
}
