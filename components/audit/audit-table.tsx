'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useId, useState } from 'react';
import { EventLines } from '@/components/data/history/event-lines';
import { wide } from '@/components/data/work-list/work-table';
import { cn } from '@/components/ui/cn';
import { DateTime } from '@/components/ui/date-time';
import { IconButton } from '@/components/ui/icon-button';
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { TableRegion } from '@/components/ui/table-region';
import { actionText, actorText, kindText, nameText } from '@/lib/audit/audit-text';
import type { AuditItem } from '@/lib/audit/audit-types';

const COLUMNS = 6;

/** A table, and on phones rows of two lines; each opens to what it changed. */
export function AuditTable({ items }: { items: readonly AuditItem[] }) {
  const t = useTranslations('audit.list');
  return (
    <TableRegion aria-label={t('label')}>
      <Table>
        <TableCaption>{t('label')}</TableCaption>
        <TableHeader className="max-md:sr-only">
          <TableRow>
            <TableHead className="w-44">{t('time')}</TableHead>
            <TableHead className="w-36">{t('who')}</TableHead>
            <TableHead>{t('what')}</TableHead>
            <TableHead>{t('thing')}</TableHead>
            <TableHead className="w-36">{t('address')}</TableHead>
            <TableHead className="w-12">
              <span className="sr-only">{t('more')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

function Row({ item }: { item: AuditItem }) {
  const t = useTranslations();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const who = actorText(item.actor, t);
  const what = actionText(item.action, t);
  const name = useName()(item.target);
  const muted = 'py-2.5 text-[0.8125rem] whitespace-nowrap text-muted-foreground tabular-nums';
  return (
    <>
      <TableRow>
        <TableCell className={cn(muted, wide)}>
          <DateTime value={item.at} />
        </TableCell>
        <TableCell className={cn('max-w-36 truncate py-2.5', wide)}>{who}</TableCell>
        <TableCell className="py-2.5 max-md:w-full max-md:max-w-0">
          {what}
          <span className="block text-[0.8125rem] leading-5 text-muted-foreground md:hidden">
            {name && `${name} · `}
            {who} · <DateTime value={item.at} />
          </span>
        </TableCell>
        <TableCell className={cn('max-w-60 truncate py-2.5', wide)}>
          <Thing target={item.target} />
        </TableCell>
        <TableCell className={cn(muted, wide)}>{item.address ?? '—'}</TableCell>
        <TableCell className="py-1 text-end">
          <IconButton
            label={t('audit.list.show', { what })}
            size="icon-sm"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronRight
              aria-hidden
              className={cn('transition-transform motion-reduce:transition-none', isOpen && 'rotate-90')}
            />
          </IconButton>
        </TableCell>
      </TableRow>
      {isOpen && (
        <TableRow id={id}>
          <TableCell colSpan={COLUMNS} className="bg-muted/40">
            <Details item={item} />
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

function useName() {
  const t = useTranslations();
  return (target: AuditItem['target']) =>
    target && nameText(target, (key) => t(`purposes.builtIn.${key}.name`));
}

function Thing({ target }: Pick<AuditItem, 'target'>) {
  const t = useTranslations();
  const nameOf = useName();
  if (!target) return '—';
  const name = nameOf(target) ?? kindText(target.kind, t);
  if (!target.href) return <span title={name}>{name}</span>;
  return (
    <Link
      href={{ pathname: target.href }}
      prefetch={false}
      title={name}
      className="rounded-sm underline decoration-border underline-offset-4 focus-ring hover:decoration-current"
    >
      {name}
    </Link>
  );
}

/** What was changed, and what the row has no room for. */
function Details({ item }: { item: AuditItem }) {
  const t = useTranslations();
  const { target, address, changes, details } = item;
  return (
    <div className="flex flex-col gap-2 py-1">
      <EventLines item={item} />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted-foreground">
        {target && (
          <span className="md:hidden">
            <Thing target={target} />
          </span>
        )}
        {target?.kind && <span>{kindText(target.kind, t)}</span>}
        {target?.id && (
          <span className="wrap-anywhere">
            {t('audit.details.id')} <span className="font-mono">{target.id}</span>
          </span>
        )}
        {address && <span className="md:hidden">{address}</span>}
        {!target && !changes && !details && t('audit.details.nothing')}
      </p>
    </div>
  );
}
