'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction } from '@/components/layout/confirm-action';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/form/select';
import { setAuditKeepAction } from '@/lib/audit/actions';
import { KEEP_DAYS } from '@/lib/audit/keep-days';

const isShorter = (next: number, now: number) => next !== 0 && (now === 0 || next < now);

/** For how long events are kept. Nothing is deleted before somebody has confirmed it. */
export function KeepField({ days }: { days: number }) {
  const t = useTranslations('audit.keep');
  const [chosen, setChosen] = useState(days);
  const kind = isShorter(chosen, days) ? 'shorter' : 'longer';
  // One that somebody has set by hand is offered too.
  const offered = KEEP_DAYS.includes(days) ? KEEP_DAYS : [days, ...KEEP_DAYS];
  return (
    <div className="flex items-center gap-2">
      <Select
        aria-label={t('label')}
        className="w-44"
        value={String(chosen)}
        onValueChange={(value) => setChosen(Number(value))}
        items={offered.map((option) => ({
          value: String(option),
          label: option === 0 ? t('forever') : t('days', { days: option }),
        }))}
      />
      {chosen !== days && (
        <ConfirmAction
          trigger={<Button>{t('save')}</Button>}
          title={t(`${kind}Title`, { days: chosen })}
          description={t(`${kind}Text`)}
          confirmLabel={t(`${kind}Confirm`)}
          variant={kind === 'shorter' ? 'danger' : 'primary'}
          action={() => setAuditKeepAction({ days: chosen })}
          done={t('saved')}
        />
      )}
    </div>
  );
}
