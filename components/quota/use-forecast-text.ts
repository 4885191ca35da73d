import { useFormatter, useTranslations } from 'next-intl';
import type { Forecast } from '@/lib/quota/forecast';

/** When nothing will be left, in as few words as a table has room for. */
export function useForecastText(): (forecast: Forecast) => string {
  const t = useTranslations('quota.forecast');
  const format = useFormatter();
  return ({ perDay, fullAt }) => {
    if (perDay === 0 && fullAt === null) return t('unused');
    if (fullAt === null) return t('far');
    return format.dateTime(fullAt, { dateStyle: 'medium' });
  };
}
