'use client';

import { Ellipsis, KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { NameCell, wide, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { Badge } from '@/components/ui/badge';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import { useSightText } from '@/components/data/sight/sight-text';
import { kindOf } from '@/lib/keys/limits';
import type { KeyItem } from '@/lib/keys/queries';
import type { KeyDialogProps } from './key-dialogs';

const load = () => import('./key-menu-popup');
const KeyMenuPopup = lazy(() => load().then((room) => ({ default: room.KeyMenuPopup })));

type KeyListProps = { items: readonly KeyItem[]; apps: KeyDialogProps['apps'] };

export function KeyList({ items, apps }: KeyListProps) {
  const t = useTranslations('apiKeys.list');
  const heads = [
    { key: 'name', label: t('name') },
    { key: 'may', label: t('may'), className: `w-32 ${wide}` },
    { key: 'sight', label: t('sight'), className: `w-44 ${wide}` },
    { key: 'used', label: t('used'), className: `w-44 ${wide}` },
    { key: 'until', label: t('until'), className: `w-36 ${wide}` },
  ];
  return (
    <WorkTable label={t('label')} ticks={null} heads={heads}>
      {items.map((item) => (
        <KeyRow key={item.id} {...{ item, apps }} />
      ))}
    </WorkTable>
  );
}

function KeyRow({ item, apps }: KeyDialogProps) {
  const t = useTranslations('apiKeys');
  const { id, name, prefix, state, addresses } = item;
  const isOff = state !== 'active';
  const sight = useSightText(apps)(item.appIds);
  const muted = 'py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground';
  const may = t(`kinds.${kindOf(item.permissions)}.title`);
  const from = addresses.length > 0 ? ` · ${t('list.limited', { count: addresses.length })}` : '';
  return (
    <WorkRow
      {...{ id, name, ticks: null, canTick: false }}
      cover={<Cover isOff={isOff} />}
      actions={isOff ? null : <RowMenu {...{ item, apps }} />}
    >
      <NameCell
        second={
          <>
            <span className="font-mono text-xs">{prefix}…</span>
            {from}
          </>
        }
        phone={
          <>
            <span className="block truncate font-mono text-xs">{prefix}…</span>
            <span className="block truncate">
              {may} · {sight.text} {sight.more}
              {from}
            </span>
            <Used item={item} /> · <Until item={item} />
          </>
        }
      >
        <span className="flex items-center gap-2">
          <span title={name} className={cn('truncate font-medium', isOff && 'text-muted-foreground')}>
            {name}
          </span>
          <StateBadge item={item} />
        </span>
      </NameCell>
      <TableCell className={cn(wide, 'py-2 whitespace-nowrap')}>{may}</TableCell>
      <TableCell className={cn(wide, 'max-w-44 py-2', item.appIds === null && 'text-muted-foreground')}>
        <span className="flex gap-1">
          <span title={sight.text} className="truncate">
            {sight.text}
          </span>
          <span>{sight.more}</span>
        </span>
      </TableCell>
      <TableCell className={cn(muted, wide)}>
        <Used item={item} />
        {item.lastAddress && <div>{t('list.usedFrom', { address: item.lastAddress })}</div>}
      </TableCell>
      <TableCell className={cn(muted, wide)}>
        <Until item={item} />
      </TableCell>
    </WorkRow>
  );
}

function Cover({ isOff }: { isOff: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        'flex size-11 items-center justify-center rounded-lg',
        isOff ? 'bg-muted text-muted-foreground' : 'bg-accent-subtle text-accent-text',
      )}
    >
      <KeyRound className="size-4.5" />
    </span>
  );
}

function StateBadge({ item: { state, previousUntil } }: { item: KeyItem }) {
  const t = useTranslations('apiKeys.list');
  if (state === 'revoked') return <Badge>{t('revoked')}</Badge>;
  if (state === 'expired') return <Badge tone="warning">{t('expired')}</Badge>;
  return previousUntil && <Badge tone="info">{t('overlap')}</Badge>;
}

function Used({ item: { lastUsedAt } }: { item: KeyItem }) {
  const t = useTranslations('apiKeys.list');
  return lastUsedAt ? <RelativeTime value={lastUsedAt} /> : t('never');
}

function Until({ item: { expiresAt } }: { item: KeyItem }) {
  const t = useTranslations('apiKeys.list');
  return expiresAt ? <DateTime value={expiresAt} format="date" /> : t('forever');
}

function RowMenu(props: KeyDialogProps) {
  const t = useTranslations('apiKeys.list');
  const trigger = (
    <button
      type="button"
      aria-label={t('menu', { name: props.item.name })}
      className={buttonVariants({ variant: 'ghost', size: 'icon-sm' })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <DeferredPopup trigger={trigger} haspopup="menu" preload={load}>
      <KeyMenuPopup {...props} trigger={trigger} />
    </DeferredPopup>
  );
}
