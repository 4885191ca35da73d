import { useTranslations } from 'next-intl';
import { printFacts } from '@/lib/wechat/rules/print-sizes';

/** The sentence about pixels, DPI and centimetres, the same wherever a size is shown. */
export function usePrintText(): (widthPx: number, cm: number | null) => string {
  const t = useTranslations('common.printed');
  return (widthPx, cm) => {
    const { kind, ...values } = printFacts(widthPx, cm);
    return t(kind, { ...{ dpi: 0, farCm: 0, farDistance: 0 }, ...values });
  };
}
