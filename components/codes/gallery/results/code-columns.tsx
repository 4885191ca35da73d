'use client';

import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TagList } from '@/components/codes/tags/tag-list';
import { RelativeTime } from '@/components/ui/relative-time';
import { makerOf } from '@/lib/auth/maker';
import type { TableColumn } from '@/lib/codes/picture/look';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { EndpointBadge, StatusBadge } from './code-badges';
import { useFailureText } from './use-failure-text';
import { fullTargetOf, shownTargetOf } from './code-text';
import { DaysLeft } from './days-left';

export const features = tableFeatures({ columnVisibilityFeature });

const helper = createColumnHelper<typeof features, CodeItem>();

const display = (id: TableColumn, Cell: (props: { item: CodeItem }) => ReactNode) =>
  helper.display({
    id,
    header: () => <ColumnName id={id} />,
    cell: ({ row }) => <Cell item={row.original} />,
  });

/** Those that can be chosen. Picture, name and actions frame them in `CodeTable`. */
export const columns = [
  display('target', TargetCell),
  display('endpoint', ({ item }) => <EndpointBadge endpoint={item.endpoint} />),
  display('status', StatusCell),
  display('app', ({ item }) => item.miniProgram.name),
  display('tags', ({ item }) => (
    <TagList tagIds={item.tagIds} max={2} className="flex-nowrap overflow-hidden" />
  )),
  display('folder', ({ item }) => item.folder?.name ?? <None />),
  display('width', WidthCell),
  display('quotaCost', ({ item }) => item.quotaCost),
  display('scans', ScansCell),
  display('scannedAt', ({ item }) => (item.scannedAt ? <RelativeTime value={item.scannedAt} /> : <None />)),
  display('creator', ({ item }) => makerOf(item)?.name ?? <None />),
  display('created', ({ item }) => <RelativeTime value={item.createdAt} />),
  display('changed', ({ item }) => <RelativeTime value={item.updatedAt} />),
];

/** How wide, in rem: the rows in sight come and go, and a width that followed them would move the others. */
export const columnRem: Record<TableColumn, number> = {
  target: 11.5,
  endpoint: 7.75,
  status: 6.5,
  app: 8,
  tags: 8,
  folder: 6.5,
  width: 4,
  quotaCost: 4,
  scans: 5,
  scannedAt: 7,
  creator: 5,
  created: 7,
  changed: 7,
};

/** Of heads and cells alike. */
export const columnClass: Partial<Record<TableColumn, string>> = {
  width: 'text-end',
  quotaCost: 'text-end text-muted-foreground',
  scans: 'text-end text-muted-foreground',
  scannedAt: 'text-muted-foreground',
  created: 'text-muted-foreground',
  changed: 'text-muted-foreground',
};

function ColumnName({ id }: { id: TableColumn }) {
  return useTranslations('codes.gallery.columns')(id);
}

function None() {
  return <span className="text-muted-foreground">{useTranslations('codes.gallery')('noCreator')}</span>;
}

function TargetCell({ item }: { item: CodeItem }) {
  return (
    <span title={fullTargetOf(item)} className="font-mono text-xs text-muted-foreground">
      {shownTargetOf(item)}
    </span>
  );
}

function WidthCell({ item }: { item: CodeItem }) {
  return useFormatter().number(item.width);
}

/** Codes that are not live are not counted. */
function ScansCell({ item }: { item: CodeItem }) {
  const format = useFormatter();
  return item.scans === undefined ? <None /> : format.number(item.scans);
}

function StatusCell({ item }: { item: CodeItem }) {
  const failureText = useFailureText();
  if (item.deletedAt)
    return <DaysLeft deletedAt={item.deletedAt} className="text-xs text-muted-foreground" />;
  // What is as it should be needs no sign; the column is there for the others.
  if (item.status === 'READY') return <None />;
  if (item.status !== 'FAILED') return <StatusBadge status={item.status} />;
  return (
    <div className="flex flex-col items-start gap-0.5">
      <StatusBadge status={item.status} />
      <span title={failureText(item)} className="max-w-full truncate text-xs text-danger-text">
        {failureText(item)}
      </span>
    </div>
  );
}
