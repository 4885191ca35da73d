import { useFormatter, useTranslations } from 'next-intl';
import type { Compared } from '@/lib/live/scans/scan-period';

/** How a number stands to that of the period before, in words: color and an arrow would not be read out. */
export function useChangeText(): (compared: Compared, days: number) => string {
  const t = useTranslations('scans.change');
  const format = useFormatter();
  return ({ count, before }, days) => {
    if (before === 0) return t('nothingBefore', { days });
    if (count === before) return t('same', { days });
    const share = format.number(Math.abs(count - before) / before, {
      ...{ style: 'percent', maximumFractionDigits: 0 },
    });
    return t(count > before ? 'more' : 'fewer', { days, share, before });
  };
}

/** The same as a share with its sign, beside a number; nothing where there is nothing to compare with. */
export function useShareText(): (compared: Compared) => string | undefined {
  const format = useFormatter();
  return ({ count, before }) =>
    before === 0
      ? undefined
      : format.number((count - before) / before, {
          ...{ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' },
        });
}
