'use client';

import { Bot, Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { lazy } from 'react';
import { SightCell } from '@/components/data/sight/sight-cell';
import { useSightText } from '@/components/data/sight/sight-text';
import { IconCover } from '@/components/data/work-list/icon-cover';
import { NameCell, nameLink, wide, WorkRow, WorkTable } from '@/components/data/work-list/work-table';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { DeferredMenu } from '@/components/ui/overlay/deferred-menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { TableCell } from '@/components/ui/table';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/limits';
import type { WebhookItem } from '@/lib/webhooks/queries';
import { useEventName } from './event-name';
import type { WebhookDialogProps } from './webhook-dialogs';

const load = () => import('./webhook-menu-popup');
const WebhookMenuPopup = lazy(() => load().then((room) => ({ default: room.WebhookMenuPopup })));

type WebhookListProps = { items: readonly WebhookItem[]; apps: WebhookDialogProps['apps'] };

export function WebhookList({ items, apps }: WebhookListProps) {
  const t = useTranslations('webhooks.list');
  const heads = [
    { key: 'name', label: t('name') },
    { key: 'events', label: t('events'), className: `w-44 ${wide}` },
    { key: 'sight', label: t('sight'), className: `w-44 ${wide}` },
    { key: 'last', label: t('last'), className: `w-44 ${wide}` },
  ];
  return (
    <WorkTable label={t('label')} ticks={null} heads={heads}>
      {items.map((item) => (
        <WebhookRow key={item.id} {...{ item, apps }} />
      ))}
    </WorkTable>
  );
}

function WebhookRow({ item, apps }: WebhookDialogProps) {
  const { id, name, url, isOff } = item;
  const sight = useSightText(apps)(item.appIds);
  const t = useTranslations('webhooks.robot.kinds');
  const address = (
    <span className="text-xs">
      {item.robot !== null && `${t(item.robot)} · `}
      <span className="font-mono">{url}</span>
    </span>
  );
  const muted = 'py-2 text-[0.8125rem] leading-5 whitespace-nowrap text-muted-foreground';
  return (
    <WorkRow
      {...{ id, name, ticks: null, canTick: false }}
      cover={<IconCover isOff={isOff}>{item.robot === null ? <Webhook /> : <Bot />}</IconCover>}
      actions={<RowMenu {...{ item, apps }} />}
    >
      <NameCell
        second={address}
        phone={
          <>
            <span className="block truncate">{address}</span>
            <span className="block truncate">
              <Events item={item} /> · {sight.text} {sight.more}
            </span>
            <Last item={item} />
          </>
        }
      >
        <span className="flex items-center gap-2">
          <Link
            href={`/settings/webhooks/${id}`}
            data-row-link
            title={name}
            className={cn(nameLink, isOff && 'text-muted-foreground')}
          >
            {name}
          </Link>
          <StateBadge item={item} />
        </span>
      </NameCell>
      <TableCell className={cn(wide, 'max-w-44 truncate py-2')}>
        <Events item={item} />
      </TableCell>
      <SightCell sight={item.appIds} apps={apps} />
      <TableCell className={cn(muted, wide)}>
        <Last item={item} />
      </TableCell>
    </WorkRow>
  );
}

function StateBadge({ item: { isOff, last, previousUntil } }: { item: WebhookItem }) {
  const t = useTranslations('webhooks.list');
  if (isOff) return <Badge>{t('off')}</Badge>;
  if (last && last.state !== 'DELIVERED') return <Badge tone="warning">{t('failing')}</Badge>;
  return previousUntil && <Badge tone="info">{t('overlap')}</Badge>;
}

/** One by its name, several by their number. */
function Events({ item: { events } }: { item: WebhookItem }) {
  const t = useTranslations('webhooks.list');
  const nameOf = useEventName();
  const [only] = events;
  if (only && events.length === 1) return nameOf(only);
  const all = events.length === WEBHOOK_EVENTS.length;
  return (
    <span title={events.map(nameOf).join(' · ')}>
      {all ? t('all') : t('count', { count: events.length })}
    </span>
  );
}

function Last({ item: { last } }: { item: WebhookItem }) {
  const t = useTranslations('webhooks.list');
  return last?.triedAt ? <RelativeTime value={last.triedAt} /> : t('never');
}

function RowMenu(props: WebhookDialogProps) {
  const t = useTranslations('webhooks.list');
  return (
    <DeferredMenu label={t('menu', { name: props.item.name })} preload={load}>
      {(trigger) => <WebhookMenuPopup {...props} trigger={trigger} />}
    </DeferredMenu>
  );
}
