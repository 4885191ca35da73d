import { useFormatter, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { AppQuota } from '@/lib/quota/queries';

/** Where an app's count comes from, and WeChat's own count beside it. */
export function QuotaFacts({ quota }: { quota: AppQuota }) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const { app, confirmed, uncertain } = quota;
  // Only WeChat counting more is alarming: codes under way are in our count before they are in WeChat's.
  const difference = (app.numUsed ?? 0) - (app.countAtNumUsed ?? 0);
  return (
    <div className="flex flex-col gap-4">
      <DescriptionList>
        <DescriptionRow label={t('confirmed')}>{format.number(confirmed)}</DescriptionRow>
        <DescriptionRow label={t('baseline')}>{format.number(app.quotaBaseline)}</DescriptionRow>
        {uncertain > 0 && (
          <DescriptionRow label={t('uncertain')}>
            {format.number(uncertain)} · {t('uncertainHint')}
          </DescriptionRow>
        )}
        <DescriptionRow label={t('numUsed')}>
          {app.numUsed === null || !app.numUsedAt
            ? t('noNumUsed')
            : `${format.number(app.numUsed)} · ${t('numUsedAt', {
                time: format.dateTime(app.numUsedAt, { dateStyle: 'medium', timeStyle: 'short' }),
              })}`}
        </DescriptionRow>
      </DescriptionList>
      {difference > 0 && <Alert tone="warning">{t('drift', { difference: difference })}</Alert>}
    </div>
  );
}
