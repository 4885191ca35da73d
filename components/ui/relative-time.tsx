'use client';

import { useFormatter, useNow } from 'next-intl';

const REFRESH_MS = 60_000;

/** Intl glues Chinese to its numbers; our texts keep a space between the two. */
const NUMBER_BEFORE_HAN = /(?<=\d)(?=\p{Script=Han})/gu;

export type RelativeTimeProps = { value: Date | string; className?: string | undefined };

/** “3 minutes ago”, kept up to date; the full time on hover. */
export function RelativeTime({ value, className }: RelativeTimeProps) {
  const formatter = useFormatter();
  const now = useNow({ updateInterval: REFRESH_MS });
  const date = new Date(value);
  // Clocks of server and browser differ, and a time a second ahead must not read "in 1 second".
  const reference = now < date ? date : now;
  return (
    <time
      suppressHydrationWarning
      dateTime={date.toISOString()}
      title={formatter.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })}
      className={className}
    >
      {formatter.relativeTime(date, reference).replace(NUMBER_BEFORE_HAN, ' ')}
    </time>
  );
}
