import { useFormatter, useTranslations } from 'next-intl';
import type { Trap } from '@/lib/wechat/rules/traps';

const NO_VALUES = { max: 0, version: '', page: '' };

/** What a trap says; a moment among its values as a day. */
export function useTrapText(): (trap: Trap) => string {
  const t = useTranslations('wechat.traps');
  const format = useFormatter();
  return ({ key, values = {} }) => {
    const date =
      typeof values.givenAt === 'number'
        ? format.dateTime(new Date(values.givenAt), { dateStyle: 'medium' })
        : '';
    const release = values.release || 'none';
    return t(key, { ...NO_VALUES, ...values, date, release });
  };
}
