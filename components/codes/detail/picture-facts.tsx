import { useFormatter, useTranslations } from 'next-intl';
import { usePrintText } from '@/components/data/use-print-text';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { WIDTH_MAX_PX } from '@/lib/wechat/rules/limits';
import { CopyRow } from './copy-row';
import { DetailCard } from './detail-card';

const KILOBYTE = 1024;

export function PictureFacts({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const format = useFormatter();
  const { imageType, imageWidthPx, imageHeightPx, imageBytes, imageSha256 } = code;
  const kilobytes = (imageBytes ?? 0) / KILOBYTE;
  return (
    <DetailCard title={t('sections.picture')}>
      <DescriptionList>
        <DescriptionRow label={t('fields.format')}>
          {imageType === 'image/png' ? 'PNG' : 'JPEG'}{' '}
          <span className="text-xs text-muted-foreground">{t('fields.formatHint')}</span>
        </DescriptionRow>
        <DescriptionRow label={t('fields.size')}>
          {t('fields.sizeValue', { width: imageWidthPx ?? 0, height: imageHeightPx ?? 0 })}
        </DescriptionRow>
        <DescriptionRow label={t('fields.bytes')}>
          {format.number(kilobytes, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 })}
        </DescriptionRow>
        <CopyRow mono label={t('fields.sha256')} text={imageSha256 ?? ''}>
          <span title={imageSha256 ?? ''}>{imageSha256?.slice(0, 16)}…</span>
        </CopyRow>
      </DescriptionList>
    </DetailCard>
  );
}

/** By WeChat's own table, which is about distance, and by 300 DPI, which is about how sharp it looks from near. */
export function PrintGuide({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const width = code.imageWidthPx ?? code.width;
  const printed = usePrintText();
  return (
    <DetailCard title={t('sections.print')}>
      <p className="text-pretty">{printed(width, code.purpose?.printCm ?? null)}</p>
      <p className="mt-2 text-[0.8125rem] leading-5 text-muted-foreground">
        {code.width >= WIDTH_MAX_PX ? t('print.largest') : t('print.larger')}
      </p>
    </DetailCard>
  );
}
