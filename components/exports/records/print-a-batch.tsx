import { Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card, CardHeader } from '@/components/ui/card';
import type { BatchSummary } from '@/lib/batches/report/run-types';

/** What is printed most often, from the page that people look for it on. */
export function PrintABatch({ batches }: { batches: readonly BatchSummary[] }) {
  const t = useTranslations('prints.batches');
  if (batches.length === 0) return null;
  return (
    <Card className="mb-6">
      <CardHeader title={t('title')} description={t('text')} />
      <ul className="mt-3 divide-y divide-border border-t border-border">
        {batches.map(({ id, name, counts, miniProgram }) => (
          <li key={id} className="flex items-center gap-3 px-5 py-2.5 sm:px-6">
            <span className="min-w-0 flex-1">
              <span title={name} className="block truncate font-medium">
                {name}
              </span>
              <span className="block truncate text-[0.8125rem] leading-5 text-muted-foreground">
                {miniProgram.name} · {t('codes', { count: counts.made + counts.reused })}
              </span>
            </span>
            <Button
              variant="secondary"
              size="sm"
              render={
                <Link
                  href={{ pathname: '/print/new', query: { batch: id } }}
                  aria-label={t('printOf', { name })}
                />
              }
            >
              <Printer aria-hidden />
              {t('print')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
