import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { AppPagesView, Compared } from '@/lib/apps/pages/queries';
import { CompareChoice } from './compare-choice';
import { PageNames } from './newest-card';

type ChangesCardProps = { compared: Compared; view: Pick<AppPagesView, 'app' | 'releases'> };

/** What one release has more and less than another. */
export function ChangesCard({ compared: { from, to, added, removed }, view }: ChangesCardProps) {
  const t = useTranslations('appPages.changes');
  return (
    <Card>
      <CardHeader title={t('title')} description={t('text')} />
      <CardBody className="flex flex-col gap-2">
        <CompareChoice {...{ from, to }} miniProgramId={view.app.id} releases={view.releases} />
        {added.length + removed.length === 0 && <p>{t('same')}</p>}
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
