'use client';

import { Package, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadMore } from '@/components/data/load-more';
import { EmptyState } from '@/components/data/states/empty-state';
import { ErrorState } from '@/components/data/states/error-state';
import { Forbidden } from '@/components/data/states/forbidden';
import { PageSkeleton, TableSkeleton } from '@/components/data/states/page-skeletons';
import { QueryError } from '@/components/data/states/query-error';
import { RequestId } from '@/components/data/states/request-id';
import { NoneHere } from '@/components/data/work-list/none-here';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { Skeleton } from '@/components/ui/skeleton';
import { Section, Specimen } from './specimen';

const TONES = ['accent', 'success', 'warning', 'danger', 'neutral'] as const;
const REQUEST_ID = '00000000-0000-7000-8000-000000000000';
const nothing = () => undefined;

/** Empty, loading, failed, under way. */
export function StateSection() {
  const t = useTranslations('common');
  return (
    <Section title="States">
      <Specimen name='EmptyState variant="nothing-yet"'>
        <EmptyState
          icon={<Package />}
          title={t('none')}
          text={t('error.text')}
          action={<Button>{t('create')}</Button>}
        />
      </Specimen>
      <Specimen name='EmptyState variant="no-match"'>
        <EmptyState
          variant="no-match"
          icon={<SearchX />}
          title={t('none')}
          text={t('error.text')}
          action={<Button variant="secondary">{t('clearFilters')}</Button>}
        />
      </Specimen>
      <Specimen name="ErrorState requestId retrying">
        <ErrorState requestId={REQUEST_ID} onRetry={nothing} retrying />
      </Specimen>
      <Specimen name="QueryError">
        <QueryError
          title={t('list.loadFailed')}
          error={new Error(t('list.loadFailed'))}
          onRetry={nothing}
          retrying={false}
        />
      </Specimen>
      <Specimen name="Forbidden">
        <Forbidden title={t('none')} text={t('error.text')} back={{ href: '/', label: t('back') }} />
      </Specimen>
      <Specimen name="NoneHere">
        <NoneHere title={t('none')} onShowAll={nothing}>
          <Button variant="secondary">{t('open')}</Button>
        </NoneHere>
      </Specimen>
      <ProgressSpecimens />
      <Specimen name="LoadMore · failed">
        <LoadMore shown={50} total={2859} hasMore loading={false} onLoadMore={nothing} />
        <LoadMore shown={50} hasMore loading={false} failed onLoadMore={nothing} />
      </Specimen>
      <Specimen name="LoadMore loading · RequestId">
        <LoadMore shown={50} total={2859} hasMore loading onLoadMore={nothing} />
        <RequestId id={REQUEST_ID} />
      </Specimen>
      <Specimen name="Skeleton · PageSkeleton">
        <PageSkeleton>
          <Skeleton className="h-20 w-full" />
        </PageSkeleton>
      </Specimen>
      <Specimen name="TableSkeleton">
        <TableSkeleton rows={3} columns={3} />
      </Specimen>
    </Section>
  );
}

function ProgressSpecimens() {
  const t = useTranslations('common');
  return (
    <>
      <Specimen name="Progress tone · value={null}">
        <div className="flex flex-col gap-3">
          {TONES.map((tone, index) => (
            <Progress key={tone} aria-label={tone} tone={tone} value={20 * (index + 1)} />
          ))}
          <Progress aria-label={t('loading')} value={null} />
        </div>
      </Specimen>
      <Specimen name='Progress role="meter"'>
        <Progress
          role="meter"
          aria-label={t('details')}
          value={42}
          valueText={t('list.shown', { count: 42 })}
          className="h-3"
        />
      </Specimen>
    </>
  );
}
