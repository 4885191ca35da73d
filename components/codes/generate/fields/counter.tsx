import { cn } from '@/components/ui/cn';

/** “12/32 characters”, red once too many. */
export function Counter({ text, over }: { text: string; over: boolean }) {
  return <span className={cn('text-xs tabular-nums', over && 'font-medium text-danger-text')}>{text}</span>;
}
