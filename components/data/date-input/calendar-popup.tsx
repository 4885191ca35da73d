'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState, type ReactElement } from 'react';
import { DayPicker } from 'react-day-picker';
import { buttonVariants } from '@/components/ui/button-variants';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';

export type CalendarPopupProps = {
  trigger: ReactElement;
  label: string;
  /** YYYY-MM-DD or ''. */
  value: string;
  onPick: (day: string) => void;
};

// The picker thinks in the local midnights of the browser; outside of it a day has no time zone.
const toDate = (day: string) => (day === '' ? undefined : new Date(`${day}T00:00`));
const toDay = (date: Date) => new Intl.DateTimeFormat('en-CA').format(date);
const SUNDAY = 0;
const MONDAY = 1;

const nav = cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), 'absolute top-0');

/** A month to pick a day from; opens at once, since it is mounted by the click on its trigger. */
export function CalendarPopup({ trigger, label, value, onPick }: CalendarPopupProps) {
  const [open, setOpen] = useState(true);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={trigger} />
      <PopoverContent aria-label={label} className="w-auto p-3" align="end">
        <Calendar
          label={label}
          value={value}
          onPick={(day) => {
            onPick(day);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function Calendar({ label, value, onPick }: Omit<CalendarPopupProps, 'trigger'>) {
  const t = useTranslations('common.date');
  const locale = useLocale();
  // Not the formatter of the catalogues: in the product's time zone this midnight may be another day.
  const shown = (date: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(date);
  const selected = toDate(value);
  return (
    <DayPicker
      mode="single"
      required
      autoFocus
      selected={selected}
      defaultMonth={selected}
      onSelect={(date) => onPick(toDay(date))}
      weekStartsOn={locale === 'en' ? SUNDAY : MONDAY}
      formatters={{
        formatCaption: (month) => shown(month, { year: 'numeric', month: 'long' }),
        formatWeekdayName: (day) => shown(day, { weekday: 'narrow' }),
      }}
      labels={{
        labelPrevious: () => t('previousMonth'),
        labelNext: () => t('nextMonth'),
        labelGrid: (month) => shown(month, { year: 'numeric', month: 'long' }),
        labelWeekday: (day) => shown(day, { weekday: 'long' }),
        labelDayButton: (day, { today }) =>
          `${today ? `${t('today')} ` : ''}${shown(day, { dateStyle: 'full' })}`,
        labelNav: () => label,
      }}
      components={{
        Chevron: ({ orientation }) =>
          orientation === 'left' ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />,
      }}
      classNames={{
        months: 'relative',
        month_caption: 'flex h-8 items-center justify-center text-sm font-medium max-md:h-11',
        button_previous: cn(nav, 'start-0'),
        button_next: cn(nav, 'end-0'),
        month_grid: 'mt-2 border-collapse',
        weekday: 'h-8 w-9 text-xs font-normal text-muted-foreground max-md:w-11',
        day: 'p-0 text-center',
        day_button:
          'size-9 rounded-md text-sm tabular-nums focus-ring transition-colors hover:bg-muted max-md:size-11 [[data-outside]>&]:text-muted-foreground [[data-today]>&]:font-semibold [[data-today]>&]:text-accent-text [[data-selected]>&]:bg-accent [[data-selected]>&]:text-accent-foreground',
      }}
    />
  );
}
