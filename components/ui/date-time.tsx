import { useFormatter } from 'next-intl';

export type DateTimeProps = {
  value: Date | string;
  /** `date` 2025年3月8日 · `dateTime` with hours and minutes. */
  format?: 'date' | 'dateTime' | undefined;
  className?: string | undefined;
};

/** The same text on the server and in the browser: language and time zone come from next-intl. */
export function DateTime({ value, format = 'dateTime', className }: DateTimeProps) {
  const formatter = useFormatter();
  const date = new Date(value);
  const options =
    format === 'date'
      ? ({ dateStyle: 'medium' } as const)
      : ({ dateStyle: 'medium', timeStyle: 'short' } as const);
  return (
    <time dateTime={date.toISOString()} className={className}>
      {formatter.dateTime(date, options)}
    </time>
  );
}
