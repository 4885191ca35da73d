import { cn } from '@/components/ui/cn';
import { Card } from '@/components/ui/card';

export type FigureProps = { label: string; value: string; tone?: 'neutral' | 'danger' };

/** One number and what it counts. */
export function Figure({ label, value, tone = 'neutral' }: FigureProps) {
  return (
    <Card className="flex flex-col-reverse justify-end gap-1 px-4 py-4 sm:px-5">
      <dd className={cn('text-2xl font-semibold tabular-nums', tone === 'danger' && 'text-danger-text')}>
        {value}
      </dd>
      <dt className="text-[0.8125rem] text-muted-foreground">{label}</dt>
    </Card>
  );
}
