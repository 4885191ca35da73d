'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { Purpose } from '@/lib/purposes/purpose';
import { PurposeIcon } from '@/components/codes/generate/purposes/purpose-icon';
import { MoveButtons } from './move-buttons';
import { PurposeActions } from './purpose-actions';
import { usePurposeOrder } from './use-purpose-order';

export type PurposeListProps = { purposes: readonly Purpose[]; canManage: boolean };

/** Every purpose in the order of the form, hidden ones too. */
export function PurposeList({ purposes, canManage }: PurposeListProps) {
  const { ordered, said, placeOf, move } = usePurposeOrder(purposes);
  return (
    <Card>
      <ul className="divide-y divide-border">
        {ordered.map((purpose) => (
          <li
            key={purpose.key}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 sm:flex-nowrap sm:px-6"
          >
            <PurposeIcon purposeKey={purpose.key} className="size-5 shrink-0 text-muted-foreground" />
            <Description purpose={purpose} />
            {canManage && (
              <div className="flex flex-wrap items-center gap-2">
                <PurposeActions purpose={purpose} />
                <MoveButtons name={purpose.name} {...placeOf(purpose)} onMove={(by) => move(purpose, by)} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
    </Card>
  );
}

function Description({ purpose: { name, summary, fields, origin, hidden } }: { purpose: Purpose }) {
  const t = useTranslations();
  const list = fields.map(({ label }) => label).join(t('common.comma'));
  return (
    <div className="min-w-0 flex-1 basis-64">
      <h2 className="flex flex-wrap items-center gap-2 font-medium wrap-anywhere">
        {name}
        {origin === 'changed' && <Badge>{t('purposes.settings.changed')}</Badge>}
        {hidden && <Badge tone="outline">{t('purposes.settings.hidden')}</Badge>}
      </h2>
      {summary !== '' && <p className="text-[0.8125rem] leading-5 text-muted-foreground">{summary}</p>}
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">
        {t('purposes.settings.asks', { list })}
      </p>
    </div>
  );
}
