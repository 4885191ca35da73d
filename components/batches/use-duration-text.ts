import { useTranslations } from 'next-intl';

const MINUTE = 60;
const HOUR_MINUTES = 60;

/** “about 3 minutes”: an estimate is not given to the second. */
export function useDurationText(): (seconds: number) => string {
  const t = useTranslations('batches.duration');
  return (seconds) => {
    if (seconds < MINUTE) return t('seconds');
    const total = Math.ceil(seconds / MINUTE);
    if (total < HOUR_MINUTES) return t('minutes', { minutes: total });
    const [hours, minutes] = [Math.floor(total / HOUR_MINUTES), total % HOUR_MINUTES];
    return minutes === 0 ? t('hoursOnly', { hours }) : t('hours', { hours, minutes });
  };
}
