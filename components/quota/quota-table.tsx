'use client';

import { ChevronDown } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Progress } from '@/components/ui/progress';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { TableRegion } from '@/components/ui/table-region';
import type { AppQuota } from '@/lib/quota/queries';
import { QuotaFacts } from './quota-facts';
import { isOdd, toneOf } from './quota-tone';
import { useForecastText } from './use-forecast-text';

type Props = { quotas: AppQuota[]; canManage: boolean };

/** A row for each Mini Program; open where something is odd, the others on demand. */
export function QuotaTable({ quotas, canManage }: Props) {
  const t = useTranslations('quota.table');
  return (
    <TableRegion aria-label={t('label')}>
      <Table>
        <TableHeader>
          <tr>
            <TableHead>{t('app')}</TableHead>
            <TableHead className="text-end">{t('used')}</TableHead>
            <TableHead className="text-end">{t('left')}</TableHead>
            <TableHead className="max-md:hidden">{t('runsOut')}</TableHead>
            <TableHead className="text-end max-md:hidden">{t('wechat')}</TableHead>
            <TableHead>
              <span className="sr-only">{t('details')}</span>
            </TableHead>
          </tr>
        </TableHeader>
        <TableBody>
          {quotas.map((quota) => (
            <QuotaRows key={quota.app.id} quota={quota} canManage={canManage} />
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

function QuotaRows({ quota, canManage }: { quota: AppQuota; canManage: boolean }) {
  const t = useTranslations('quota.table');
  const [isOpen, setOpen] = useState(isOdd(quota));
  const id = `quota-${quota.app.id}`;
  return (
    <>
      <TableRow className={cn(isOpen && 'border-b-transparent')}>
        <Cells quota={quota} />
        <TableCell className="w-10 text-end">
          <IconButton
            label={t(isOpen ? 'close' : 'open', { name: quota.app.name })}
            size="icon-sm"
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronDown aria-hidden className={cn('transition-transform', isOpen && 'rotate-180')} />
          </IconButton>
        </TableCell>
      </TableRow>
      {isOpen && (
        <tr id={id}>
          <td colSpan={6} className="bg-muted/40 px-5 pb-4">
            <QuotaFacts quota={quota} canManage={canManage} />
          </td>
        </tr>
      )}
    </>
  );
}

function Cells({ quota }: { quota: AppQuota }) {
  const t = useTranslations();
  const format = useFormatter();
  const forecastText = useForecastText();
  const { app, used, limit } = quota;
  return (
    <>
      <TableCell className="min-w-40">
        <span className="flex flex-wrap items-center gap-x-2 font-medium wrap-anywhere">
          {app.name}
          {app.mode === 'SANDBOX' && <Badge tone="info">{t('apps.mode.SANDBOX')}</Badge>}
        </span>
        <Progress
          role="meter"
          aria-label={t('quota.table.meter', { name: app.name })}
          value={used}
          max={limit}
          valueText={t('quota.used', { used, limit })}
          tone={toneOf(used / limit)}
          className="mt-1.5 max-w-56"
        />
      </TableCell>
      <TableCell className="text-end">{format.number(used)}</TableCell>
      <TableCell className="text-end font-medium">{format.number(Math.max(limit - used, 0))}</TableCell>
      <TableCell className="max-md:hidden">{forecastText(quota.forecast)}</TableCell>
      <TableCell className="text-end max-md:hidden">
        {app.numUsed === null ? '–' : format.number(app.numUsed)}
      </TableCell>
    </>
  );
}
