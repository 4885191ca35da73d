'use client';

import { Pencil, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { askedOf, type DeclaredPage, type DeclaredParameter } from '@/lib/apps/parameters/declaration';

const DeclareForm = dynamic(() => import('./declare-form').then((room) => room.DeclareForm), {
  loading: () => <Skeleton className="h-80 rounded-lg" />,
});

export type DeclaredCardProps = { miniProgramId: string; declared: DeclaredPage[]; canWrite: boolean };

/** Which parameters each page takes; those who make codes say it here. */
export function DeclaredCard({ miniProgramId, declared, canWrite }: DeclaredCardProps) {
  const t = useTranslations('appPages.declared');
  const [edited, edit] = useState<string | null>(null);
  const close = () => edit(null);
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('text')}
        actions={
          canWrite && (
            <Button variant="secondary" disabled={edited !== null} onClick={() => edit('')}>
              <Plus aria-hidden />
              {t('add')}
            </Button>
          )
        }
      />
      <CardBody className="flex flex-col gap-5">
        {edited === '' && <DeclareForm miniProgramId={miniProgramId} declared={null} onClose={close} />}
        {declared.length === 0 && edited === null && <p className="text-muted-foreground">{t('none')}</p>}
        {declared.length > 0 && (
          <ul className="flex flex-col divide-y divide-border">
            {declared.map((page) => (
              <li key={page.page} className="py-4 first:pt-0 last:pb-0">
                {edited === page.page ? (
                  <DeclareForm miniProgramId={miniProgramId} declared={page} onClose={close} />
                ) : (
                  <Declared
                    {...page}
                    onEdit={canWrite && edited === null ? () => edit(page.page) : undefined}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  );
}

function Declared({ page, parameters, onEdit }: DeclaredPage & { onEdit: (() => void) | undefined }) {
  const t = useTranslations('appPages.declared');
  const asked = askedOf(parameters);
  const removed = parameters.length - asked.length;
  return (
    <section aria-label={page}>
      <div className="flex items-start justify-between gap-3">
        <h3 className="font-mono text-[0.8125rem] leading-9 font-medium wrap-anywhere max-md:leading-11">
          {page}
        </h3>
        {onEdit && (
          <Button variant="ghost" size="sm" aria-label={t('editPage', { page })} onClick={onEdit}>
            <Pencil aria-hidden />
            {t('edit')}
          </Button>
        )}
      </div>
      <ul className="mt-1 flex flex-col gap-2 text-[0.8125rem] leading-5">
        {asked.map((parameter) => (
          <ParameterLine key={parameter.name} {...parameter} />
        ))}
      </ul>
      {removed > 0 && (
        <p className="mt-2 text-[0.8125rem] leading-5 text-muted-foreground">
          {t('removed', { count: removed })}
        </p>
      )}
    </section>
  );
}

function ParameterLine({ name, short, type, choices, isCompact, isRequired }: DeclaredParameter) {
  const t = useTranslations('appPages.declared');
  const types = useTranslations('appPages.declared.types');
  return (
    <li className="gap-x-4 sm:grid sm:grid-cols-[11rem_minmax(0,1fr)]">
      <span className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-mono font-medium wrap-anywhere">{name}</span>
        {isRequired && <Badge>{t('isRequired')}</Badge>}
      </span>
      <span className="text-muted-foreground">
        {types(type)}
        {choices.length > 0 && ` · ${choices.join(' / ')}`}
        {short !== '' && ` · ${t('shortIs', { short })}`}
        {isCompact && ` · ${t('isCompact')}`}
      </span>
    </li>
  );
}
