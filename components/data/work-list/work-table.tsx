'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TickBox } from '@/components/data/tick-box';
import type { Ticks } from '@/components/data/use-ticks';
import { cn } from '@/components/ui/cn';
import { Checkbox } from '@/components/ui/form/checkbox';
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

/** Left out on phones, where the name's second line says the most important of it. */
export const wide = 'max-md:hidden';

export type WorkTableProps = {
  label: string;
  /** Null where nothing can be ticked. */
  ticks: Ticks | null;
  heads: readonly { key: string; label: string; className?: string | undefined }[];
  children: ReactNode;
};

/** Batches and downloads: a table, and on phones rows of two lines. */
export function WorkTable({ label, ticks, heads, children }: WorkTableProps) {
  const t = useTranslations('common.list');
  return (
    <TableRegion aria-label={label}>
      <Table className="max-md:[&_td]:first:ps-3 max-md:[&_td]:last:pe-2 max-md:[&_th]:first:ps-3 max-md:[&_th]:last:pe-2">
        <TableCaption>{label}</TableCaption>
        <TableHeader className={ticks ? undefined : 'max-md:sr-only'}>
          <TableRow>
            {ticks && (
              <TableHead className="w-10">
                <Checkbox
                  aria-label={t('tickAll')}
                  checked={ticks.all}
                  indeterminate={ticks.some}
                  onCheckedChange={ticks.toggleAll}
                />
              </TableHead>
            )}
            <TableHead className="w-16 max-md:w-14">
              <span className="sr-only">{t('picture')}</span>
            </TableHead>
            {heads.map(({ key, label: text, className }) => (
              <TableHead key={key} className={className}>
                {text}
              </TableHead>
            ))}
            <TableHead className="w-12">
              <span className="sr-only">{t('actions')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>{children}</TableBody>
      </Table>
    </TableRegion>
  );
}

export type WorkRowProps = {
  id: string;
  name: string;
  ticks: Ticks | null;
  canTick: boolean;
  cover: ReactNode;
  actions: ReactNode;
  children: ReactNode;
};

/** The whole row leads where its name leads (`nameLink`); what else is in it lies above that link. */
export function WorkRow({ id, name, ticks, canTick, cover, actions, children }: WorkRowProps) {
  const t = useTranslations('common.list');
  const ticked = ticks?.isTicked(id) ?? false;
  return (
    <TableRow
      data-selected={ticked || undefined}
      className="relative h-16 has-[[data-row-link]:focus-visible]:outline-2 has-[[data-row-link]:focus-visible]:-outline-offset-2 has-[[data-row-link]:focus-visible]:outline-ring"
    >
      {ticks && (
        <TableCell className="relative z-10 py-0">
          {canTick && (
            <TickBox
              aria-label={t('tick', { name })}
              checked={ticked}
              onTick={(tick) => ticks.toggle(id, tick)}
            />
          )}
        </TableCell>
      )}
      <TableCell className="py-0">{cover}</TableCell>
      {children}
      <TableCell className="relative z-10 py-0">
        <div className="flex items-center justify-end gap-1">{actions}</div>
      </TableCell>
    </TableRow>
  );
}

/** For the link of a row's name: it covers the row. */
export const nameLink = 'block truncate font-medium outline-none after:absolute after:inset-0';

type NameCellProps = {
  children: ReactNode;
  second: ReactNode;
  /** What tells one row from another stands on phones too. */
  secondOnPhones?: boolean;
  phone: ReactNode;
};

/** The name above what else there is to know; a phone has one line for all of it, unless the second line is asked for. */
export function NameCell({ children, second, secondOnPhones = false, phone }: NameCellProps) {
  const line = 'text-[0.8125rem] leading-5 text-muted-foreground';
  return (
    <TableCell className="w-full max-w-0 py-2">
      {children}
      <p className={cn(line, 'md:truncate', !secondOnPhones && wide)}>{second}</p>
      <div className={cn(line, 'md:hidden')}>{phone}</div>
    </TableCell>
  );
}
