import { useTranslations } from 'next-intl';
import { PRINT_MAX_PX } from '@/lib/exports/options';
import { SMALL_CM } from '@/lib/wechat/rules/print-sizes';
import type { Laid } from './print-values';

/** Why what was chosen cannot be made; undefined where it can. */
export function useFaultText({ fault, codeCm, column = '', pixels, namesIssue, design }: Laid) {
  const t = useTranslations('exports');
  if (fault === null) return undefined;
  if (fault === 'own') return t('print.own.noPreview');
  if (fault === 'pixels') return t('issues.printTooLarge', { pixels, max: PRINT_MAX_PX });
  if (fault === 'names') return namesIssue ? t(`issues.${namesIssue.key}`, namesIssue.values) : undefined;
  const { width, height } = design;
  return t(`print.${fault}`, { width, height, cm: codeCm, min: SMALL_CM.least, column });
}
