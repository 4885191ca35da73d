'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { Skeleton } from '@/components/ui/skeleton';
import type { HistoryOf } from '@/lib/audit/query-options';

const HistoryList = lazy(() => import('./history-list').then((room) => ({ default: room.HistoryList })));

/** What happened to a thing: folded, and neither fetched nor drawn before somebody asks for it. */
export function HistoryDisclosure({ kind, id, as: Title = 'h3' }: HistoryOf & { as?: 'h2' | 'h3' }) {
  const t = useTranslations('audit.history');
  const [isWanted, setWanted] = useState(false);
  const heading = Title === 'h2' ? 'text-[0.9375rem] leading-6 font-semibold' : 'text-[0.8125rem]';
  return (
    <Disclosure summary={<Title className={heading}>{t('title')}</Title>} onOpen={() => setWanted(true)}>
      {isWanted && (
        <Suspense fallback={<Skeleton className="mt-4 h-24" />}>
          <HistoryList of={{ kind, id }} />
        </Suspense>
      )}
    </Disclosure>
  );
}

/** The same in a card of its own. */
export function HistoryCard(of: HistoryOf) {
  return (
    <Card className="px-5 py-4 sm:px-6">
      <HistoryDisclosure {...of} as="h2" />
    </Card>
  );
}
