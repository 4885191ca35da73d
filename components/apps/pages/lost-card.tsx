'use client';

import { useTranslations } from 'next-intl';
import { useState, type ReactNode } from 'react';
import { PageInput } from '@/components/data/pages/page-input';
import { Alert } from '@/components/ui/alert';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { Field } from '@/components/ui/form/field';
import { notFoundSnippet } from '@/lib/apps/pages/not-found-snippet';
import type { LostPage } from '@/lib/apps/pages/queries';
import { CodesLink } from './codes-link';

type LostCardProps = {
  lost: LostPage[];
  entryPage: string;
  /** By the page: what can be done about live codes that lead to it. */
  ways: Record<string, ReactNode>;
};

/** Pages that codes in use name and the release does not, and the code that keeps those codes working. */
export function LostCard({ lost, entryPage, ways }: LostCardProps) {
  const t = useTranslations('appPages.lost');
  const common = useTranslations('common');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const targets = Object.fromEntries(lost.map(({ page }) => [page, chosen[page] || entryPage]));
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="flex flex-col gap-5">
        <Alert tone="warning">{t('text')}</Alert>
        <ul className="flex flex-col divide-y divide-border">
          {lost.map((row) => (
            <li key={row.page} className="grid gap-x-6 gap-y-2 py-3 first:pt-0 md:grid-cols-2 md:items-end">
              <div className="min-w-0">
                <p className="font-mono text-[0.8125rem] wrap-anywhere">{row.page}</p>
                {row.codes.count > 0 && <CodesLink {...row} />}
                {ways[row.page]}
              </div>
              <Field label={<ToLabel page={row.page} />}>
                <PageInput
                  value={chosen[row.page] ?? ''}
                  miniProgramId={row.filters.app}
                  placeholder={entryPage}
                  onChange={({ target }) => setChosen({ ...chosen, [row.page]: target.value })}
                  onChoose={(page) => setChosen({ ...chosen, [row.page]: page })}
                />
              </Field>
            </li>
          ))}
        </ul>
        <div>
          <CodeBlock
            caption={t('snippet')}
            code={notFoundSnippet(targets, entryPage)}
            aria-label={t('snippet')}
            copyLabel={common('copy')}
            copiedLabel={common('copied')}
          />
          <p className="mt-1.5 text-[0.8125rem] leading-5 text-muted-foreground">{t('snippetHint')}</p>
        </div>
      </CardBody>
    </Card>
  );
}

/** Which page it is about, people see beside it. */
function ToLabel({ page }: { page: string }) {
  const t = useTranslations('appPages.lost');
  return (
    <>
      {t('to')} <span className="sr-only">{page}</span>
    </>
  );
}
