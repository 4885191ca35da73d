'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ExportItem } from '@/lib/exports/export-types';
import { DownloadForm } from '../download-form';
import { useByteSize } from '../use-byte-size';
import { useScopeTitle } from '../use-scope-text';

/** A few downloads, each ready to be fetched again. */
export function LatestExports({ items }: { items: readonly ExportItem[] }) {
  const t = useTranslations('exports');
  if (items.length === 0) return <p className="text-muted-foreground">{t('empty.title')}</p>;
  return (
    <Card>
      <ul className="divide-y divide-border">
        {items.map((item) => (
          <LatestExport key={item.id} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function LatestExport({ item: { id, format, scope, state, sizeBytes, createdAt } }: { item: ExportItem }) {
  const t = useTranslations('exports');
  const size = useByteSize();
  const router = useRouter();
  const title = useScopeTitle()(scope);
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-medium">{title}</span>
        <span className="flex flex-wrap gap-x-1.5 text-[0.8125rem] text-muted-foreground">
          <span>{t(`formats.${format}`)}</span>
          {sizeBytes !== null && <span>{size(sizeBytes)}</span>}
          <RelativeTime value={createdAt} />
          {state === 'unfinished' && <span>{t('item.unfinished')}</span>}
          {state === 'lost' && <span className="text-danger-text">{t('item.lost')}</span>}
        </span>
      </span>
      <DownloadForm method="get" action={`/api/exports/${id}`} onRefused={() => router.refresh()}>
        <Button type="submit" variant="ghost" size="icon" aria-label={t('item.downloadLabel', { title })}>
          <Download aria-hidden />
        </Button>
      </DownloadForm>
    </li>
  );
}
