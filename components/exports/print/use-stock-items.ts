import { useTranslations } from 'next-intl';
import { STOCKS } from '@/lib/print/sheet';

type T = ReturnType<typeof useTranslations<'exports.print'>>;

function stockText(t: T, key: string): string {
  const stock = STOCKS.find((one) => one.key === key);
  if (!stock?.labels) return t(`papers.${key === 'a3' || key === 'letter' || key === 'piece' ? key : 'a4'}`);
  const { labels, width, height } = stock;
  if (labels.columns * labels.rows === 1) return t('roll', { width, height });
  const count = labels.columns * labels.rows;
  return t('labels', { name: key, count, width: labels.width, height: labels.height });
}

/** The paper and labels that are sold. */
export function useStockItems() {
  const t = useTranslations('exports.print');
  return STOCKS.map(({ key }) => ({ value: key, label: stockText(t, key) }));
}
