import { cn } from './cn';

const tones = {
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  neutral: 'bg-foreground',
};

export type ProgressProps = {
  /** Between 0 and `max`; null while the end is unknown. */
  value: number | null;
  max?: number | undefined;
  'aria-label': string;
  /** What a screen reader says instead of the bare number: “312 of 1,000”. */
  valueText?: string | undefined;
  tone?: keyof typeof tones | undefined;
  /** `meter` for a level (a quota), `progressbar` for work under way. */
  role?: 'progressbar' | 'meter' | undefined;
  className?: string | undefined;
};

export function Progress(props: ProgressProps) {
  const { value, max = 100, valueText, tone = 'accent', role = 'progressbar', className } = props;
  const share = value === null ? 0 : Math.min(Math.max(value / max, 0), 1);
  return (
    <div
      role={role}
      aria-label={props['aria-label']}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value ?? undefined}
      aria-valuetext={valueText}
      data-slot="progress"
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-muted-strong', className)}
    >
      <div
        className={cn(
          'h-full rounded-full transition-[width] duration-500',
          tones[tone],
          value === null && 'shimmer w-full!',
        )}
        style={{ width: `${share * 100}%` }}
      />
    </div>
  );
}
