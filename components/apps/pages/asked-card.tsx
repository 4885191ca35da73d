import { useFormatter, useTranslations } from 'next-intl';
import { AutoRefresh } from '@/components/data/auto-refresh';
import { useFailureTitle } from '@/components/data/texts/use-failure-title';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { AskedPages, GonePage } from '@/lib/apps/pages/asked';
import { shownFailureKey } from '@/lib/codes/generate/failure-key';
import { AskNow } from './ask-now';
import { CodesLink } from './codes-link';

export type AskedCardProps = { miniProgramId: string; asked: AskedPages; canAsk: boolean };

/** What WeChat says of the pages that codes in use open. */
export function AskedCard({ miniProgramId, asked, canAsk }: AskedCardProps) {
  const t = useTranslations('appPages.probe');
  return (
    <Card>
      <CardHeader title={t('title')} description={t('text')} />
      <CardBody className="flex flex-col gap-4">
        <Outcome asked={asked} />
        {asked.gone.length > 0 && (
          <ul className="flex flex-col divide-y divide-border">
            {asked.gone.map((row) => (
              <Gone key={row.page} {...row} />
            ))}
          </ul>
        )}
        {canAsk && <AskNow miniProgramId={miniProgramId} isWanted={asked.isWanted} />}
        {asked.isWanted && <AutoRefresh />}
      </CardBody>
    </Card>
  );
}

function Outcome({ asked: { askedAt, fault, pages, goneCount } }: { asked: AskedPages }) {
  const t = useTranslations('appPages.probe');
  const titleOf = useFailureTitle();
  const format = useFormatter();
  if (!askedAt) return <p>{t('never')}</p>;
  const date = format.dateTime(askedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {fault !== null && (
        <Alert tone="warning">{t('fault', { date, reason: titleOf(shownFailureKey(fault)) })}</Alert>
      )}
      {goneCount > 0 && <Alert tone="danger">{t('gone', { date, gone: goneCount })}</Alert>}
      {goneCount === 0 && fault === null && (
        <p>{pages > 0 ? t('good', { date, count: pages }) : t('none')}</p>
      )}
    </>
  );
}

function Gone({ since, live, ...row }: GonePage) {
  const t = useTranslations('appPages.probe');
  const format = useFormatter();
  const date = format.dateTime(since, { dateStyle: 'medium' });
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0">
      <p className="font-mono text-[0.8125rem] wrap-anywhere">{row.page}</p>
      <p className="flex flex-wrap gap-x-4 text-[0.8125rem] text-muted-foreground">
        {row.codes.count > 0 && <CodesLink {...row} />}
        {live > 0 && <span>{t('live', { count: live })}</span>}
        <span>{t('since', { date })}</span>
      </p>
    </li>
  );
}
