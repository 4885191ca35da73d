import type { TrendDay } from '@/lib/overview/trend';

const NAMED_MAX = 3;

const COLORS = [
  { fill: 'fill-chart-1', legend: 'bg-chart-1' },
  { fill: 'fill-chart-2', legend: 'bg-chart-2' },
  { fill: 'fill-chart-4', legend: 'bg-chart-4' },
] as const;
const REST = { fill: 'fill-chart-3', legend: 'bg-chart-3' } as const;

export type Series = {
  /** The id of its Mini Program, or `others`. */
  key: string;
  name: string;
  color: (typeof COLORS)[number] | typeof REST;
  count: number;
  valueOf: (day: TrendDay) => number;
};

/** The three Mini Programs with most codes, and all others together. */
export function seriesOf(
  days: TrendDay[],
  apps: { id: string; name: string }[],
  othersName: string,
): Series[] {
  const sum = (valueOf: Series['valueOf']) => days.reduce((total, day) => total + valueOf(day), 0);
  const all = apps
    .map(({ id, name }) => ({ id, name, valueOf: (day: TrendDay) => day.byApp[id] ?? 0 }))
    .map((one) => ({ ...one, count: sum(one.valueOf) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const isOneTooMany = all.length === NAMED_MAX + 1;
  const named = all.slice(0, isOneTooMany ? NAMED_MAX + 1 : NAMED_MAX);
  const valueOfRest = (day: TrendDay) =>
    day.total - named.reduce((total, { valueOf }) => total + valueOf(day), 0);
  const rest = sum(valueOfRest);
  return [
    ...named.map(({ id, ...one }, at) => ({ ...one, key: id, color: COLORS[at] ?? REST })),
    ...(rest > 0
      ? [{ key: 'others', name: othersName, color: REST, count: rest, valueOf: valueOfRest }]
      : []),
  ];
}
