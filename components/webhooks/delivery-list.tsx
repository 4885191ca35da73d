'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { AutoRefresh } from '@/components/data/auto-refresh';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/overlay/toast';
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
import { resendDeliveryAction } from '@/lib/webhooks/actions';
import { DELIVERY_FAULTS } from '@/lib/webhooks/limits';
import type { DeliveryItem } from '@/lib/webhooks/queries';
import { useEventName } from './event-name';

const wide = 'max-md:hidden';
const muted = 'text-[0.8125rem] leading-5 text-muted-foreground';

type DeliveryListProps = { items: readonly DeliveryItem[]; canResend: boolean };

/** What was told to a webhook, newest first. */
export function DeliveryList({ items, canResend }: DeliveryListProps) {
  const t = useTranslations('webhooks.log');
  // Sent for the first time within seconds; what is tried again may wait for hours.
  const isGoingOut = items.some(({ state, attempts }) => state === 'WAITING' && attempts === 0);
  return (
    <TableRegion aria-label={t('label')}>
      {isGoingOut && <AutoRefresh />}
      <Table>
        <TableCaption>{t('label')}</TableCaption>
        <TableHeader>
          <TableRow>
            <TableHead>{t('event')}</TableHead>
            <TableHead>{t('state')}</TableHead>
            <TableHead className={`w-20 ${wide}`}>{t('attempts')}</TableHead>
            <TableHead className={`w-40 ${wide}`}>{t('at')}</TableHead>
            <TableHead className="w-12">
              <span className="sr-only">{t('action')}</span>
            </TableHead>
          </TableRow>
        </TableHeader>
        <TableBody>
          {items.map((item) => (
            <DeliveryRow key={item.id} {...{ item, canResend }} />
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

function DeliveryRow({ item, canResend }: { item: DeliveryItem; canResend: boolean }) {
  const nameOf = useEventName();
  return (
    <TableRow className="h-14">
      <TableCell className="w-full max-w-0 py-2">
        <span className="block truncate font-medium">{nameOf(item.event)}</span>
        <span className={cn(muted, 'block truncate font-mono text-xs')}>{item.eventId}</span>
        <span className={cn(muted, 'md:hidden')}>
          <RelativeTime value={item.occurredAt} />
        </span>
      </TableCell>
      <TableCell className="py-2 whitespace-nowrap">
        <State item={item} />
      </TableCell>
      <TableCell className={cn(wide, muted, 'py-2 tabular-nums')}>{item.attempts}</TableCell>
      <TableCell className={cn(wide, muted, 'py-2 whitespace-nowrap')}>
        <RelativeTime value={item.occurredAt} />
      </TableCell>
      <TableCell className="py-0">
        {canResend && item.state !== 'WAITING' && <Resend id={item.id} />}
      </TableCell>
    </TableRow>
  );
}

const TONES = { WAITING: 'info', DELIVERED: 'success', FAILED: 'danger' } as const;

const MINUTE = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

function State({ item: { state, attempts, status, fault, dueAt } }: { item: DeliveryItem }) {
  const t = useTranslations('webhooks.log');
  const format = useFormatter();
  const isAgain = state === 'WAITING' && attempts > 0;
  const waiting = isAgain ? t('retrying') : t('waiting');
  const text = { WAITING: waiting, DELIVERED: t('delivered'), FAILED: t('failed') }[state];
  const known = DELIVERY_FAULTS.find((one) => one === fault);
  const why = known ? t(`faults.${known}`) : status !== null && t('status', { status: String(status) });
  const tone = isAgain ? 'warning' : TONES[state];
  return (
    <span className="flex flex-col items-start gap-0.5">
      <Badge tone={tone}>{text}</Badge>
      {attempts > 0 && why && <span className={muted}>{why}</span>}
      {isAgain && <span className={muted}>{t('next', { when: format.dateTime(dueAt, MINUTE) })}</span>}
    </span>
  );
}

function Resend({ id }: { id: string }) {
  const t = useTranslations('webhooks.resend');
  const router = useRouter();
  const reach = useReach();
  const [pending, start] = useTransition();
  const resend = () =>
    start(async () => {
      const { serverError } = await reach(resendDeliveryAction({ id }));
      if (serverError) return void toast.error(serverError.message);
      toast.success(t('done'));
      router.refresh();
    });
  return (
    <IconButton label={t('action')} size="icon-sm" disabled={pending} onClick={resend}>
      <RotateCw aria-hidden />
    </IconButton>
  );
}
