'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PrintFacts } from '../list/print-facts';
import { JobAction } from '../job/job-action';
import { useScopeTitle } from '../use-scope-text';
import { PageHeader } from '@/components/layout/page/page-header';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { isPrint } from '@/lib/exports/options';
import type { PrintRecord as Record } from '@/lib/print/records/record-types';
import { PrintStateBadge } from '@/components/data/print-state-badge';
import { PrintStateForm } from './print-state-form';
import { PrintedCodes } from './printed-codes';

export type PrintRecordProps = { record: Record };

/** What was printed, what became of it and of its codes, and the very file. */
export function PrintRecord({ record }: PrintRecordProps) {
  const t = useTranslations('prints');
  const { item, canChange, replaced, deleted, asPictures } = record;
  const title = useScopeTitle()(item.scope);
  const { id, options, print } = item;
  return (
    <>
      <PageHeader
        back={{ href: '/print', label: t('title') }}
        title={title}
        badge={print && <PrintStateBadge state={print} />}
        description={isPrint(options) && <PrintFacts options={options} />}
        actions={
          <>
            <Button variant="secondary" size="sm" render={<Link href={`/print/new?export=${id}`} />}>
              <RotateCcw aria-hidden />
              {t('repeat')}
            </Button>
            <JobAction item={item} title={item.fileName} variant="primary" />
          </>
        }
      />
      {replaced + deleted > 0 && (
        <Alert tone="warning" title={t('changed.title')} className="mb-6">
          {deleted > 0 && <p>{t('changed.deleted', { count: deleted })}</p>}
          {replaced > 0 && <p>{t('changed.replaced', { count: replaced })}</p>}
        </Alert>
      )}
      {asPictures > 0 && (
        <Alert tone="info" title={t('asPictures', { count: asPictures })} className="mb-6" />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <PrintedCodes record={record} />
        <div className="flex min-w-0 flex-col gap-6">
          {canChange && print && (
            <Card>
              <CardHeader title={t('form.title')} />
              <CardBody>
                <PrintStateForm key={`${print} ${record.steps.length}`} exportId={id} state={print} />
              </CardBody>
            </Card>
          )}
          <Steps record={record} />
        </div>
      </div>
    </>
  );
}

/** Newest first, down to the day when it was made; then the fingerprint of the file. */
function Steps({ record: { item, steps, sha256 } }: PrintRecordProps) {
  const t = useTranslations('prints');
  const made = { id: 'made', state: 'made' as const, note: '', at: item.createdAt, by: item.createdBy };
  return (
    <Card>
      <CardHeader title={t('steps.title')} />
      <CardBody className="flex flex-col gap-4">
        <ol className="flex flex-col gap-4">
          {[...steps, made].map(({ id, state, note, at, by }) => (
            <li key={id} className="flex flex-col gap-1">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem] leading-5 text-muted-foreground">
                <PrintStateBadge state={state} />
                <span>{by ?? t('system')}</span>
                <RelativeTime value={at} />
              </div>
              {note !== '' && <p className="wrap-anywhere whitespace-pre-line">{note}</p>}
            </li>
          ))}
        </ol>
        {sha256 && (
          <p className="border-t border-border pt-3 text-xs leading-5 text-muted-foreground">
            {t('fingerprint')} <code className="font-mono wrap-anywhere">{sha256}</code>
          </p>
        )}
      </CardBody>
    </Card>
  );
}
