import { useFormatter } from 'next-intl';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

const BAR_SHARE = 0.72;

export type ChartColumn<Path extends string = string> = {
  key: string;
  /** Shown where a column is pointed at. */
  tip: string;
  /** Below it; '' where there is no room for one. */
  label: string;
  /** From the lowest on. */
  parts: readonly { key: string; fill: string; value: number }[];
  /** A line at another value, to compare with. */
  mark?: number;
  /** What the whole column leads to. */
  href?: Route<Path>;
};

/** The top of the axis: 1, 2 or 5 times a power of ten, at least 2 so that its half is a whole number too. */
export function axisTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1)));
  const top = [1, 2, 4, 6, 8, 10].map((factor) => factor * power).find((value) => value >= highest);
  return Math.max(top ?? highest, 2);
}

/** Which columns have a label: the last, and every so many before it. */
export const isLabelled = (at: number, of: number, every: number): boolean => (of - 1 - at) % every === 0;

/**
 * Columns of stacked bars with their axes, in per cent of whatever room there is. Whoever does not point reads the table
 * below it: for the keyboard and for screen readers this is an ornament.
 */
export function ColumnChart<Path extends string>({ columns }: { columns: readonly ChartColumn<Path>[] }) {
  const format = useFormatter();
  const sums = columns.map(({ parts, mark = 0 }) =>
    Math.max(
      mark,
      parts.reduce((sum, { value }) => sum + value, 0),
    ),
  );
  const top = axisTop(Math.max(...sums));
  return (
    <div aria-hidden className="flex gap-2 text-2xs text-muted-foreground">
      <div className="relative h-40 shrink-0">
        {/* As wide as its widest number. */}
        <span className="invisible">{format.number(top)}</span>
        {[top, top / 2, 0].map((value) => (
          <span
            key={value}
            className="absolute end-0 -translate-y-1/2 leading-none"
            style={{ top: `${(1 - value / top) * 100}%` }}
          >
            {format.number(value)}
          </span>
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div className="relative h-40">
          <svg className="absolute size-full overflow-visible">
            {[0, 50].map((y) => (
              <line
                key={y}
                x1="0"
                x2="100%"
                y1={`${y}%`}
                y2={`${y}%`}
                className="stroke-border"
                strokeDasharray="2 4"
              />
            ))}
            <line x1="0" x2="100%" y1="100%" y2="100%" className="stroke-border" />
            {columns.map((column, at) => (
              <Bar key={column.key} column={column} top={top} place={{ at, of: columns.length }} />
            ))}
          </svg>
          <div className="absolute inset-0 flex">
            {columns.map((column) => (
              <Pointed key={column.key} column={column} />
            ))}
          </div>
        </div>
        <Labels columns={columns} />
      </div>
    </div>
  );
}

type BarProps = { column: ChartColumn; top: number; place: { at: number; of: number } };

function Bar({ column: { parts, mark = 0 }, top, place: { at, of } }: BarProps) {
  const width = 100 / of;
  const x = (at + (1 - BAR_SHARE) / 2) * width;
  const ends = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, { value }) => sum + value, 0));
  return (
    <>
      {parts.map(({ key, fill, value }, index) => {
        const height = (value / top) * 100;
        if (height === 0) return null;
        const y = 100 - ((ends[index] ?? 0) / top) * 100;
        return (
          <rect
            key={key}
            x={`${x}%`}
            width={`${BAR_SHARE * width}%`}
            y={`${y}%`}
            height={`${height}%`}
            rx="1.5"
            className={fill}
          />
        );
      })}
      {mark > 0 && (
        <line
          x1={`${at * width}%`}
          x2={`${(at + 1) * width}%`}
          y1={`${100 - (mark / top) * 100}%`}
          y2={`${100 - (mark / top) * 100}%`}
          strokeWidth="1.5"
          className="stroke-foreground/45"
        />
      )}
    </>
  );
}

const column = 'group relative flex-1 rounded-sm hover:bg-foreground/6';

function Pointed<Path extends string>({ column: { tip, href } }: { column: ChartColumn<Path> }): ReactNode {
  const bubble = (
    <span className="pointer-events-none absolute start-1/2 bottom-full z-10 mb-1 hidden -translate-x-1/2 rounded-md bg-primary px-2 py-1 text-xs whitespace-nowrap text-primary-foreground group-hover:block">
      {tip}
    </span>
  );
  if (!href) return <span className={column}>{bubble}</span>;
  return (
    <Link href={href} prefetch={false} tabIndex={-1} className={column}>
      {bubble}
    </Link>
  );
}

function Labels({ columns }: { columns: readonly ChartColumn[] }) {
  return (
    <div className="relative mt-1.5 h-4">
      {columns.map(({ key, label }, at) => {
        const isLast = at === columns.length - 1;
        if (label === '') return null;
        return (
          <span
            key={key}
            className={cn('absolute whitespace-nowrap', isLast ? 'end-0' : '-translate-x-1/2')}
            style={isLast ? undefined : { left: `${((at + 0.5) * 100) / columns.length}%` }}
          >
            {label}
          </span>
        );
      })}
    </div>
  );
}
