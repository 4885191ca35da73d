'use client';

import { useNow, useTimeZone, useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { DateInput } from '@/components/data/date-input/date-input';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';

export type DateRange = { from: string; to: string };

const DAY_MS = 24 * 60 * 60 * 1000;
const PRESET_DAYS = [1, 7, 30] as const;

/** A calendar day of the product's time zone, as `2026-03-08`. */
function dayOf(date: Date, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(date);
}

function inOrder({ from, to }: DateRange): DateRange {
  return from && to && from > to ? { from: to, to: from } : { from, to };
}

/** Two days, both included; either may stay open. Applied as one, since a half-typed date is a date too. */
export function DateRangeForm({ value, onApply }: { value: DateRange; onApply: (range: DateRange) => void }) {
  const t = useTranslations();
  const timeZone = useTimeZone();
  const now = useNow();
  const [draft, setDraft] = useState(value);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onApply(inOrder(draft));
  };
  const preset = (days: number) => ({
    from: dayOf(new Date(now.getTime() - (days - 1) * DAY_MS), timeZone),
    to: dayOf(now, timeZone),
  });

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <div className="flex flex-wrap gap-1.5">
        {PRESET_DAYS.map((days) => (
          <Button key={days} variant="secondary" size="sm" onClick={() => onApply(preset(days))}>
            {t('codes.gallery.filters.lastDays', { days })}
          </Button>
        ))}
      </div>
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Field label={t('codes.gallery.filters.from')}>
          <DateInput
            label={t('codes.gallery.filters.from')}
            value={draft.from}
            onValueChange={(from) => setDraft({ ...draft, from })}
          />
        </Field>
        <Field label={t('codes.gallery.filters.to')}>
          <DateInput
            label={t('codes.gallery.filters.to')}
            value={draft.to}
            onValueChange={(to) => setDraft({ ...draft, to })}
          />
        </Field>
      </div>
      <div className="flex justify-end gap-2">
        {(value.from || value.to) && (
          <Button variant="ghost" size="sm" onClick={() => onApply({ from: '', to: '' })}>
            {t('common.clear')}
          </Button>
        )}
        <Button type="submit" size="sm">
          {t('common.apply')}
        </Button>
      </div>
    </form>
  );
}
