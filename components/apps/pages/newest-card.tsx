import { useFormatter, useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import type { AppPagesView } from '@/lib/apps/pages/queries';

type NewestCardProps = { view: Pick<AppPagesView, 'newest' | 'releases'> };

/** Which pages there are by the newest app.json. */
export function NewestCard({ view: { newest, releases } }: NewestCardProps) {
  const t = useTranslations('appPages.newest');
  const uploaded = useUploaded();
  const [release] = releases;
  if (!newest || !release) return null;
  return (
    <Card>
      <CardHeader title={t('title')} description={uploaded(release)} />
      <CardBody>
        <DescriptionList>
          <DescriptionRow label={t('pages')}>{t('count', { count: newest.pages.length })}</DescriptionRow>
          {newest.version !== '' && <DescriptionRow label={t('version')}>{newest.version}</DescriptionRow>}
          <DescriptionRow label={t('entry')} mono>
            {newest.entryPage}
          </DescriptionRow>
        </DescriptionList>
        <Disclosure summary={t('all')} className="mt-3">
          <PageNames pages={newest.pages} />
        </Disclosure>
      </CardBody>
    </Card>
  );
}

/** When, and by whom as long as they are known. */
export function useUploaded() {
  const t = useTranslations('appPages.newest');
  const format = useFormatter();
  return ({ givenAt, givenBy }: Pick<AppPagesView['releases'][number], 'givenAt' | 'givenBy'>) => {
    const date = format.dateTime(givenAt, { dateStyle: 'medium', timeStyle: 'short' });
    return givenBy === null ? t('givenAt', { date }) : t('given', { date, name: givenBy });
  };
}

/** A long list is scrolled in its place. */
export function PageNames({ pages }: { pages: readonly string[] }) {
  return (
    <ul className="mt-2 max-h-80 overflow-y-auto rounded-lg bg-muted/60 px-4 py-2.5 font-mono text-[0.8125rem] leading-6">
      {pages.map((page) => (
        <li key={page} className="wrap-anywhere">
          {page}
        </li>
      ))}
    </ul>
  );
}
