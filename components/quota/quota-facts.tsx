import { useFormatter, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { adoptedBaseline, driftOf } from '@/lib/quota/drift';
import type { AppQuota } from '@/lib/quota/queries';
import { AdoptCount } from './adopt-count';
import { useForecastText } from './use-forecast-text';

/** Where an app's count comes from, how long the rest will last, and WeChat's own count beside ours. */
export function QuotaFacts({ quota, canManage }: { quota: AppQuota; canManage: boolean }) {
  const t = useTranslations('quota');
  const format = useFormatter();
  const { app, confirmed, uncertain, forecast } = quota;
  // Only WeChat counting more is alarming: codes under way are in our count before they are in WeChat's.
  const drift = driftOf(app);
  const baseline = adoptedBaseline(app);
  const forecastText = useForecastText();
  const rate = format.number(forecast.perDay, { maximumSignificantDigits: 2 });
  return (
    <div className="flex flex-col gap-4 pt-2">
      {drift > 0 && (
        <Alert
          tone="warning"
          actions={canManage && baseline !== null ? <AdoptCount app={app} baseline={baseline} /> : undefined}
        >
          {t('drift', { difference: drift })} {!canManage && t('driftAsk')}
        </Alert>
      )}
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
        <DescriptionRow label={t('table.runsOut')}>
          {forecastText(forecast)}
          {forecast.perDay > 0 && ` · ${t('forecast.rate', { rate })}`}
        </DescriptionRow>
        <DescriptionRow label={t('table.wechat')}>
          <NumUsed app={app} />
        </DescriptionRow>
      </DescriptionList>
    </div>
  );
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
