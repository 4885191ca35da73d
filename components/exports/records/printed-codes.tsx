'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import type { PrintedCodeItem, PrintRecord } from '@/lib/print/records/record-types';

/** The codes that stand on a print, under the names that they had, and what became of them since. */
export function PrintedCodes({ record }: { record: PrintRecord }) {
  const t = useTranslations('prints.codes');
  const { codes, codeCount, nextAfter, item } = record;
  const first = (codes[0]?.position ?? 0) + 1;
  return (
    <Card className="min-w-0">
      <CardHeader title={t('title', { count: codeCount })} />
      <CardBody className="flex flex-col gap-3">
        {codeCount === 0 && <p className="text-muted-foreground">{t('unknown')}</p>}
        <ul className="divide-y divide-border">
          {codes.map((code) => (
            <CodeRow key={code.position} code={code} />
          ))}
        </ul>
        {(first > 1 || nextAfter !== null) && codes.length > 0 && (
          <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-[0.8125rem] text-muted-foreground tabular-nums">
              {t('shown', { first, last: first + codes.length - 1, count: codeCount })}
            </p>
            <div className="flex gap-2">
              {first > 1 && (
                <Button variant="secondary" size="sm" render={<Link href={`/print/${item.id}`} />}>
                  {t('start')}
                </Button>
              )}
              {nextAfter !== null && (
                <Button
                  variant="secondary"
                  size="sm"
                  render={<Link href={`/print/${item.id}?after=${nextAfter}`} />}
                >
                  {t('next')}
                </Button>
              )}
            </div>
          </nav>
        )}
      </CardBody>
    </Card>
  );
}

/** Of a print of shapes: how far they are from WeChat's picture, or that it stands there itself. */
function Drawn({ code: { drawnAs, differencePercent: percent } }: { code: PrintedCodeItem }) {
  const t = useTranslations('prints.codes');
  if (drawnAs === null) return null;
  if (drawnAs === 'picture') return <Badge tone="warning">{t('asPicture')}</Badge>;
  return (
    <span className="text-[0.8125rem] whitespace-nowrap text-muted-foreground tabular-nums">
      {t(drawnAs, { percent: percent ?? 0 })}
    </span>
  );
}

const TONES = { replaced: 'warning', deleted: 'danger' } as const;

function CodeRow({ code }: { code: PrintedCodeItem }) {
  const { codeId, row, name, became } = code;
  const t = useTranslations('prints.codes');
  return (
    <li className="flex min-h-11 items-center gap-3">
      <span className="w-10 shrink-0 text-[0.8125rem] text-muted-foreground tabular-nums">{row}</span>
      {became === 'deleted' ? (
        <span title={name} className="min-w-0 flex-1 truncate text-muted-foreground">
          {name}
        </span>
      ) : (
        <Link
          href={`/codes/${codeId}`}
          prefetch={false}
          title={name}
          className="min-w-0 flex-1 truncate rounded-xs py-2.5 focus-ring hover:underline"
        >
          {name}
        </Link>
      )}
      <Drawn code={code} />
      {became !== 'same' && <Badge tone={TONES[became]}>{t(became)}</Badge>}
    </li>
  );
}
