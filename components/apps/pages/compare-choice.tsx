'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import type { AppPagesView } from '@/lib/apps/pages/queries';

type Ends = { from: string; to: string };
export type CompareChoiceProps = Ends & Pick<AppPagesView, 'releases'> & { miniProgramId: string };

/** Which two releases are compared. It stands in the address, which can be sent. */
export function CompareChoice({ miniProgramId, from, to, releases }: CompareChoiceProps) {
  const t = useTranslations('appPages.changes');
  const format = useFormatter();
  const router = useRouter();
  const [pending, start] = useTransition();
  const items = releases.map(({ id, version, givenAt, pages }) => ({
    value: id,
    label: t('release', {
      ...{ date: format.dateTime(givenAt, { dateStyle: 'medium', timeStyle: 'short' }), pages },
      version: version || 'none',
    }),
  }));
  const change = (ends: Partial<Ends>) => {
    const address = new URLSearchParams({ from, to, ...ends });
    start(() => router.replace(`/settings/apps/${miniProgramId}/pages?${address}`, { scroll: false }));
  };
  return (
    <div className={cn('grid gap-4 md:grid-cols-2', pending && 'opacity-60')}>
      <Field label={t('from')}>
        <Select items={items} value={from} onValueChange={(id) => change({ from: id })} />
      </Field>
      <Field label={t('to')}>
        <Select items={items} value={to} onValueChange={(id) => change({ to: id })} />
      </Field>
    </div>
  );
}
