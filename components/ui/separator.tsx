import { cn } from './cn';

export type SeparatorProps = {
  orientation?: 'horizontal' | 'vertical' | undefined;
  className?: string | undefined;
};

export function Separator({ orientation = 'horizontal', className }: SeparatorProps) {
  return (
    <div
      role="separator"
      aria-orientation={orientation}
      data-slot="separator"
      className={cn(
        'shrink-0 bg-border',
        orientation === 'horizontal' ? 'h-px w-full' : 'w-px self-stretch',
        className,
      )}
    />
  );
}
