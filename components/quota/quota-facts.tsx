import { useFormatter, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { adoptedBaseline, driftOf } from '@/lib/quota/drift';
import type { AppQuota } from '@/lib/quota/queries';
import { AdoptCount } from './adopt-count';

/** Where an app's count comes from, how long the rest will last, and WeChat's own count beside ours. */
export function QuotaFacts({ quota, canManage }: { quota: AppQuota; canManage: boolean }) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const { app, confirmed, uncertain } = quota;
  // Only WeChat counting more is alarming: codes under way are in our count before they are in WeChat's.
  const drift = driftOf(app);
  const baseline = adoptedBaseline(app);
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
        {app.quotaFloor > 0 && (
          <DescriptionRow label={t('floor')}>
            {format.number(app.quotaFloor)} · {t('floorHint')}
          </DescriptionRow>
        )}
        <DescriptionRow label={t('forecast')}>
          <ForecastText quota={quota} />
        </DescriptionRow>
        <DescriptionRow label={t('numUsed')}>
          <NumUsed app={app} />
        </DescriptionRow>
      </DescriptionList>
      {drift > 0 && (
        <Alert
          tone="warning"
          actions={canManage && baseline !== null ? <AdoptCount app={app} baseline={baseline} /> : undefined}
        >
          {t('drift', { difference: drift })} {!canManage && t('driftAsk')}
        </Alert>
      )}
    </div>
  );
}

function ForecastText({ quota }: { quota: AppQuota }) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const { perDay, fullAt } = quota.forecast;
  if (perDay === 0) return t('forecastNoUse');
  const rate = format.number(perDay, { maximumSignificantDigits: 2 });
  if (fullAt === null) return t('forecastFar', { rate });
  return t('forecastDay', { rate, day: format.dateTime(fullAt, { dateStyle: 'long' }) });
}

function NumUsed({ app }: { app: AppQuota['app'] }) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const { numUsed, numUsedAt, countAtNumUsed } = app;
  if (numUsed === null || !numUsedAt) return t('noNumUsed');
  const time = format.dateTime(numUsedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      {format.number(numUsed)} · {t('numUsedAt', { time })}
      {countAtNumUsed !== null && ` · ${t('ownCount', { count: countAtNumUsed })}`}
    </>
  );
}
