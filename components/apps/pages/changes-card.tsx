import { useFormatter, useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { AppPagesView } from '@/lib/apps/pages/queries';
import { PageNames } from './newest-card';

type ChangesCardProps = { compared: NonNullable<AppPagesView['compared']> };

/** What the newest app.json has more and less than the one before. */
export function ChangesCard({ compared: { version, givenAt, added, removed } }: ChangesCardProps) {
  const t = useTranslations('appPages.changes');
  const format = useFormatter();
  const date = format.dateTime(givenAt, { dateStyle: 'medium' });
  return (
    <Card>
      <CardHeader title={t('title')} description={t('against', { date, version: version || 'none' })} />
      <CardBody className="flex flex-col gap-2">
        {removed.length > 0 && (
          <Disclosure summary={t('removed', { count: removed.length })}>
            <PageNames pages={removed} />
          </Disclosure>
        )}
        {added.length > 0 && (
          <Disclosure summary={t('added', { count: added.length })}>
            <PageNames pages={added} />
          </Disclosure>
        )}
      </CardBody>
    </Card>
  );
}
