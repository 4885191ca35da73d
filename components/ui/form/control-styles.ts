import { cva } from 'class-variance-authority';

/** The box that input, textarea, number input and select share. 16 px on phones, else iOS zooms into the field. */
export const controlVariants = cva(
  [
    'w-full min-w-0 rounded-md border border-input/80 bg-surface text-base text-foreground shadow-xs focus-ring-inset md:text-sm',
    'transition-[border-color,background-color] duration-150 placeholder:text-muted-foreground hover:border-input',
    'disabled:cursor-not-allowed disabled:bg-muted disabled:opacity-60',
    'has-aria-invalid:border-danger aria-invalid:border-danger dark:bg-background/60 [&[readonly]]:bg-muted/60',
  ],
  {
    variants: { size: { sm: 'h-8 px-2.5 max-md:h-11', md: 'h-9 px-3 max-md:h-11', area: 'px-3 py-2' } },
    defaultVariants: { size: 'md' },
  },
);
