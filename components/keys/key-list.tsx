'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { NameCell, wide, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { DateTime } from '@/components/ui/date-time';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import { SightCell } from '@/components/data/sight/sight-cell';
import { useSightText } from '@/components/data/sight/sight-text';
import { IconCover } from '@/components/data/work-list/icon-cover';
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
      cover={
        <IconCover isOff={isOff}>
          <KeyRound />
        </IconCover>
      }
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
      <SightCell sight={item.appIds} apps={apps} />
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
  return (
    <DeferredMenu label={t('menu', { name: props.item.name })} preload={load}>
      {(trigger) => <KeyMenuPopup {...props} trigger={trigger} />}
    </DeferredMenu>
  );
}
