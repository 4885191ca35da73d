'use client';

import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { lazy, useId, useState } from 'react';
import { DeferredPopup } from '@/components/ui/overlay/deferred-popup';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/form/input';
import { buttonVariants } from '@/components/ui/button-variants';
import { typedDay } from './typed-day';

const dayOf = (text: string) => (text.trim() === '' ? '' : typedDay(text));

const load = () => import('./calendar-popup');
const CalendarPopup = lazy(() => load().then((room) => ({ default: room.CalendarPopup })));

export type DateInputProps = {
  /** YYYY-MM-DD, or '' for none. */
  value: string;
  /** A whole day that exists, or ''; not what is half typed. */
  onValueChange: (value: string) => void;
  /** Names the calendar, and the box where no `Field` does. */
  label: string;
  /** What stands in the empty box; without it, how a day is written. */
  placeholder?: string | undefined;
  className?: string | undefined;
};

/**
 * A day, typed or picked. Not the browser's own date box: that one speaks the browser's language and shows the day in the
 * order of the machine's country, so that 03/08 is two days to two people of one team.
 */
export function DateInput({ value, onValueChange, label, placeholder, className }: DateInputProps) {
  const t = useTranslations('common.date');
  const errorId = useId();
  // What is typed lives here until it is a day; another day that comes from outside replaces it.
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [left, setLeft] = useState(false);
  if (seen !== value) {
    setSeen(value);
    if (dayOf(text) !== value) setText(value);
  }
  const invalid = left && dayOf(text) === null;

  const type = (next: string) => {
    setText(next);
    const day = dayOf(next);
    if (day !== null && day !== value) onValueChange(day);
  };
  const leave = () => {
    setLeft(true);
    setText(dayOf(text) ?? text);
  };
  const trigger = (
    <button
      type="button"
      aria-label={t('open', { label })}
      className={cn(buttonVariants({ variant: 'ghost', size: 'icon-sm' }), 'text-muted-foreground')}
    >
      <CalendarDays aria-hidden />
    </button>
  );
  return (
    <div className={cn('min-w-0', className)}>
      <Input
        aria-label={label}
        placeholder={placeholder ?? t('placeholder')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        value={text}
        onChange={({ target }) => type(target.value)}
        onFocus={() => setLeft(false)}
        onBlur={leave}
        aria-invalid={invalid || undefined}
        aria-describedby={invalid ? errorId : undefined}
        className="tabular-nums"
        end={
          <DeferredPopup trigger={trigger} haspopup="dialog" preload={load}>
            <CalendarPopup trigger={trigger} label={label} value={value} onPick={type} />
          </DeferredPopup>
        }
      />
      {invalid && (
        <p id={errorId} role="alert" className="mt-1 text-xs text-danger-text">
          {t('invalid')}
        </p>
      )}
    </div>
  );
}
