'use client';

import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { RelativeTime } from '@/components/ui/relative-time';
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
import type { CodeItem } from '@/lib/codes/query-options';
import { EndpointBadge, SandboxBadge, StatusBadge, useFailureText } from './code-badges';
import type { CodeListProps } from './code-grid';
import { CodeMenu } from './code-menu';
import { CodePicture } from './code-picture';
import { fullTargetOf, targetOf } from './code-text';
import { SelectBox } from './select-box';

const COLUMNS = ['name', 'target', 'endpoint', 'status', 'width', 'quotaCost', 'creator', 'created'] as const;
const NUMERIC: readonly string[] = ['width', 'quotaCost'];

// Stays in sight while the rest scrolls sideways; opaque, in the colours that the row mixes with its own ground.
const pinned =
  'sticky end-0 bg-surface transition-colors group-hover:bg-[color-mix(in_oklab,var(--muted)_50%,var(--surface))] group-data-selected:bg-[color-mix(in_oklab,var(--accent-subtle)_60%,var(--surface))]';

export function CodeTable({ items, selection, actions, showApp }: CodeListProps) {
  const t = useTranslations('codes.gallery');
  return (
    <TableRegion aria-label={t('list')}>
      <Table className="min-w-4xl [&_td]:px-2 [&_th]:px-2">
        <TableCaption>{t('list')}</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead className="w-10">
              <Checkbox
                aria-label={t('selectAll', { count: items.length })}
                checked={selection.all}
                indeterminate={selection.some}
                onCheckedChange={selection.toggleAll}
              />
            </TableHead>
            <TableHead className="w-14">
              <span className="sr-only">{t('columns.picture')}</span>
            </TableHead>
            {COLUMNS.map((column) => (
              <TableHead key={column} className={NUMERIC.includes(column) ? 'text-end' : undefined}>
                {t(`columns.${column}`)}
              </TableHead>
            ))}
            <TableHead className="sticky end-0 w-12 bg-surface">
              <span className="sr-only">{t('columns.actions')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {items.map((item) => (
            <TableRow
              key={item.id}
              className="group"
              data-selected={selection.isSelected(item.id) || undefined}
            >
              <TableCell>
                <SelectBox item={item} selection={selection} />
              </TableCell>
              <ItemCells item={item} showApp={showApp} />
              <TableCell className={cn(pinned, 'py-1.5')}>
                <CodeMenu item={item} actions={actions} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

function ItemCells({ item, showApp }: { item: CodeItem; showApp: boolean }) {
  const t = useTranslations('codes.gallery');
  const formatter = useFormatter();
  return (
    <>
      <TableCell className="py-1.5">
        <CodePicture
          item={item}
          compact
          shownWidth="44px"
          className="size-11 rounded-sm border border-border/70 p-0.5"
        />
      </TableCell>
      <TableCell className="max-w-48">
        <div className="flex items-center gap-2">
          <Link
            href={`/codes/${item.id}`}
            title={item.name}
            className="truncate rounded-xs font-medium focus-ring hover:underline"
          >
            {item.name}
          </Link>
          {item.miniProgram.mode === 'SANDBOX' && <SandboxBadge />}
        </div>
        {showApp && <p className="truncate text-xs text-muted-foreground">{item.miniProgram.name}</p>}
      </TableCell>
      <TableCell className="max-w-44">
        <p title={fullTargetOf(item)} className="truncate font-mono text-xs text-muted-foreground">
          {targetOf(item)}
        </p>
      </TableCell>
      <TableCell>
        <EndpointBadge endpoint={item.endpoint} />
      </TableCell>
      <TableCell>
        <StatusCell item={item} />
      </TableCell>
      <TableCell className="text-end whitespace-nowrap">{formatter.number(item.width)}</TableCell>
      <TableCell className="text-end text-muted-foreground">{item.quotaCost}</TableCell>
      <TableCell className="max-w-28 truncate">{item.createdBy?.name ?? t('noCreator')}</TableCell>
      <TableCell className="whitespace-nowrap text-muted-foreground">
        <RelativeTime value={item.createdAt} />
      </TableCell>
    </>
  );
}

function StatusCell({ item }: { item: CodeItem }) {
  const failureText = useFailureText();
  return (
    <div className="flex max-w-40 flex-col items-start gap-0.5">
      <StatusBadge status={item.status} />
      {item.status === 'FAILED' && (
        <span title={failureText(item)} className="max-w-full truncate text-xs text-danger-text">
          {failureText(item)}
        </span>
      )}
    </div>
  );
}
