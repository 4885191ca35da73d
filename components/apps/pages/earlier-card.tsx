import { useTranslations } from 'next-intl';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { AppPagesView } from '@/lib/apps/pages/queries';
import { useUploaded } from './newest-card';

/** What was uploaded before the newest. */
export function EarlierCard({ releases }: Pick<AppPagesView, 'releases'>) {
  const t = useTranslations('appPages.earlier');
  const uploaded = useUploaded();
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody>
        <ul className="divide-y divide-border text-[0.8125rem] leading-5">
          {releases.map(({ id, version, pages, ...release }) => (
            <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 py-2.5">
              <span className="flex flex-wrap gap-x-3 font-medium">
                <span>{t('line', { pages })}</span>
                {version !== '' && <span>{t('version', { version })}</span>}
              </span>
              <span className="text-muted-foreground">{uploaded(release)}</span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
