'use client';

import { useTranslations } from 'next-intl';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

/** What is set among all parameters and differs from the usual, so that the short form hides nothing. */
export function useOtherSettings(): string {
  const t = useTranslations();
  const values = useFormValues();
  const { endpoint, autoColor, lineColor, isHyaline, envVersion, checkPath, note } = values;
  const isColored = !autoColor && Object.values(lineColor).some((part) => part > 0);
  const look = [
    autoColor && t('codes.generate.color.auto'),
    isColored && t('codes.generate.color.label'),
    isHyaline && t('codes.generate.hyaline.label'),
    envVersion !== 'release' && t(`codes.versions.${envVersion}`),
  ];
  const settings = [
    ...(endpoint === 'createwxaqrcode' ? [] : look),
    endpoint === 'getwxacodeunlimit' && !checkPath && t('codes.generate.checkPath.off'),
    note !== '' && t('codes.generate.labels.note'),
  ];
  return settings.filter((text) => text !== false).join(t('common.comma'));
}
