'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { buttonVariants } from '@/components/ui/button-variants';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ExportItem } from '@/lib/exports/export-types';
import { useByteSize } from '../use-byte-size';
import { useScopeTitle } from '../use-scope-text';

/** A few downloads, each ready to be fetched again. */
export function LatestExports({ items }: { items: readonly ExportItem[] }) {
  const t = useTranslations('exports');
  const titleOf = useScopeTitle();
  const size = useByteSize();
  if (items.length === 0) return <p className="text-muted-foreground">{t('empty.title')}</p>;
  return (
    <Card>
      <ul className="divide-y divide-border">
        {items.map(({ id, format, scope, sizeBytes, createdAt }) => (
          <li key={id} className="flex items-center gap-3 px-4 py-2.5">
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate font-medium">{titleOf(scope)}</span>
              <span className="flex gap-1.5 text-[0.8125rem] text-muted-foreground">
                <span>{t(`formats.${format}`)}</span>
                {sizeBytes !== null && <span>{size(sizeBytes)}</span>}
                <RelativeTime value={createdAt} />
              </span>
            </span>
            <a
              href={`/api/exports/${id}`}
              aria-label={t('item.downloadLabel', { title: titleOf(scope) })}
              className={buttonVariants({ variant: 'ghost', size: 'icon' })}
            >
              <Download aria-hidden />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
