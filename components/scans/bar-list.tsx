import type { Route } from 'next';
import { useFormatter } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';

export type BarRow<Path extends string = string> = {
  id: string;
  name: string;
  count: number;
  href?: Route<Path> | undefined;
  /** Beside the number. */
  note?: string | undefined;
};

export type BarListProps<Path extends string> = {
  title: string;
  description?: string | undefined;
  rows: readonly BarRow<Path>[];
  none: string;
  footer?: ReactNode;
};

/** Names with their numbers, each above a bar that shows how they stand to the first. */
export function BarList<Path extends string>({ title, description, rows, none, footer }: BarListProps<Path>) {
  const format = useFormatter();
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <Card>
      <CardHeader title={title} description={description} />
      <CardBody className="pt-3">
        {rows.length === 0 && <p className="py-4 text-muted-foreground">{none}</p>}
        <ol className="flex flex-col gap-1">
          {rows.map(({ id, name, count, href, note }) => (
            <li key={id}>
              <div className="flex min-h-8 items-center gap-3 max-md:min-h-11">
                <Name name={name} href={href} />
                <span className="ms-auto shrink-0 tabular-nums">
                  {note && <span className="me-2 text-xs text-muted-foreground">{note}</span>}
                  {format.number(count)}
                </span>
              </div>
              <div aria-hidden className="h-1 rounded-full bg-muted">
                <div
                  className="h-1 rounded-full bg-chart-1/70"
                  style={{ width: `${(count / most) * 100}%` }}
                />
              </div>
            </li>
          ))}
        </ol>
        {footer}
      </CardBody>
    </Card>
  );
}

function Name<Path extends string>({ name, href }: { name: string; href?: Route<Path> | undefined }) {
  if (!href)
    return (
      <span className="min-w-0 truncate" title={name}>
        {name}
      </span>
    );
  return (
    <Link
      href={href}
      prefetch={false}
      title={name}
      className="flex min-w-0 items-center rounded-sm text-accent-text underline-offset-4 focus-ring hover:underline max-md:min-h-11"
    >
      <span className="truncate">{name}</span>
    </Link>
  );
}
