'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { setScanKeepAction } from '@/lib/live/scans/actions';
import type { ScanKeep } from '@/lib/live/scans/keep';
import { SCAN_DAYS_KEEP, SCAN_HOURS_KEEP } from '@/lib/live/scans/keep-limits';

const OFFERED = { hours: SCAN_HOURS_KEEP, days: SCAN_DAYS_KEEP };
const PARTS = ['hours', 'days'] as const;

/** For how long figures of scans are kept. Nothing is deleted before somebody has confirmed it. */
export function ScanKeepCard({ keep }: { keep: ScanKeep }) {
  const t = useTranslations('system.scans');
  const [chosen, setChosen] = useState(keep);
  const isChanged = PARTS.some((part) => chosen[part] !== keep[part]);
  const kind = PARTS.some((part) => chosen[part] < keep[part]) ? 'shorter' : 'longer';
  return (
    <Card>
      <CardHeader title={t('title')} description={t('text')} />
      <CardBody className="flex flex-wrap items-end gap-4">
        {PARTS.map((part) => (
          <Field key={part} label={t(part)} className="w-44 max-sm:w-full">
            <Select
              value={String(chosen[part])}
              onValueChange={(value) => setChosen({ ...chosen, [part]: Number(value) })}
              items={OFFERED[part].map((days) => ({ value: String(days), label: t('keepDays', { days }) }))}
            />
          </Field>
        ))}
        {isChanged && (
          <ConfirmAction
            trigger={<Button>{t('save')}</Button>}
            title={t(`${kind}Title`)}
            description={t(`${kind}Text`)}
            confirmLabel={t(`${kind}Confirm`)}
            variant={kind === 'shorter' ? 'danger' : 'primary'}
            action={() => setScanKeepAction(chosen)}
            done={t('saved')}
          />
        )}
      </CardBody>
    </Card>
  );
}
