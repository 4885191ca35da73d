import { Printer } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { PrintStateBadge } from '@/components/data/print-state-badge';
import { usePrintText } from '@/components/data/texts/use-print-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { CodeDetail } from '@/lib/codes/find/queries';
import type { PrintOfCode } from '@/lib/print/records/record-types';
import { DESIGN_KEYS } from '@/lib/print/starter-keys';
import { WIDTH_MAX_PX } from '@/lib/wechat/rules/limits';
import { DetailCard } from './detail-card';

const KILOBYTE = 1024;

/** How large it can be printed, and what kind of picture it is. */
export function PrintCard({ code, prints }: { code: CodeDetail; prints: PrintOfCode[] }) {
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
      {prints.length > 0 && <Prints prints={prints} />}
    </DetailCard>
  );
}

/** In which prints it went out; whoever deletes it sees that it hangs somewhere. */
function Prints({ prints }: { prints: PrintOfCode[] }) {
  const t = useTranslations();
  return (
    <section className="mt-4 border-t border-border pt-3">
      <h3 className="text-[0.8125rem] font-medium">{t('prints.ofCode.title')}</h3>
      <p className="mt-0.5 text-xs leading-5 text-pretty text-muted-foreground">{t('prints.ofCode.text')}</p>
      <ul className="mt-1">
        {prints.map(({ exportId, state, design, at, isReplaced }) => (
          <li key={exportId} className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 py-1">
            <Link
              href={`/print/${exportId}`}
              prefetch={false}
              className="rounded-xs text-[0.8125rem] focus-ring hover:underline"
            >
              {designName(t, design)} · <RelativeTime value={at} />
            </Link>
            <PrintStateBadge state={state} />
            {isReplaced && <Badge tone="warning">{t('prints.codes.replaced')}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function designName(t: ReturnType<typeof useTranslations<never>>, design: string): string {
  const key = DESIGN_KEYS.find((known) => known === design);
  return key ? t(`exports.print.designs.${key}`) : design;
}
