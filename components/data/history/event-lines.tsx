'use client';

import { useTranslations } from 'next-intl';
import { linesOf } from '@/lib/audit/audit-text';
import type { AuditItem } from '@/lib/audit/audit-types';

/** What an event changed, before and after, and what else is known of it. */
export function EventLines({ item }: { item: AuditItem }) {
  const t = useTranslations();
  const lines = linesOf(item, t);
  if (lines.length === 0) return null;
  return (
    <dl className="grid gap-x-6 gap-y-1.5 text-[0.8125rem] leading-5 sm:grid-cols-[minmax(8rem,max-content)_minmax(0,1fr)]">
      {lines.map(({ field, from, to }) => (
        <div key={field} className="contents">
          <dt className="text-muted-foreground max-sm:mt-1">{field}</dt>
          <dd className="min-w-0 wrap-anywhere whitespace-pre-wrap">
            {from !== null && (
              <>
                <span className="sr-only">{t('audit.details.from')} </span>
                <del className="text-muted-foreground decoration-muted-foreground/60">{from}</del>
                <span aria-hidden className="mx-1.5 text-muted-foreground">
                  →
                </span>
                <span className="sr-only">{t('audit.details.to')} </span>
              </>
            )}
            {to}
          </dd>
        </div>
      ))}
    </dl>
  );
}
