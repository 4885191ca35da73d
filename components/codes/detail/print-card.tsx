import { Printer } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { usePrintText } from '@/components/data/use-print-text';
import { Button } from '@/components/ui/button';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { WIDTH_MAX_PX } from '@/lib/wechat/rules/limits';
import { DetailCard } from './detail-card';

const KILOBYTE = 1024;

/** How large it can be printed, and what kind of picture it is. */
export function PrintCard({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail');
  const format = useFormatter();
  const { imageType, imageWidthPx, imageHeightPx, imageBytes } = code;
  const width = imageWidthPx ?? code.width;
  const printed = usePrintText();
  const facts = [
    imageType === 'image/png' ? 'PNG' : 'JPEG',
    t('fields.sizeValue', { width, height: imageHeightPx ?? 0 }),
    format.number((imageBytes ?? 0) / KILOBYTE, {
      style: 'unit',
      unit: 'kilobyte',
      maximumFractionDigits: 1,
    }),
  ];
  return (
    <DetailCard title={t('sections.print')}>
      <p className="text-pretty">{printed(width, code.purpose?.printCm ?? null)}</p>
      <p className="mt-1 text-[0.8125rem] leading-5 text-pretty text-muted-foreground">
        {code.width >= WIDTH_MAX_PX ? t('print.largest') : t('print.larger')}
      </p>
      <p className="mt-3 border-t border-border pt-3 text-[0.8125rem] leading-5 text-muted-foreground tabular-nums">
        {facts.join(' · ')}
      </p>
      <Button
        variant="secondary"
        size="sm"
        className="mt-3"
        render={<Link href={{ pathname: '/print/new', query: { id: code.id } }} />}
      >
        <Printer aria-hidden />
        {t('print.sheet')}
      </Button>
    </DetailCard>
  );
}
