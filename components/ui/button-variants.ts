import { cva, type VariantProps } from 'class-variance-authority';
import { buttonBase, buttonMedium, buttonPrimary, buttonSmall } from './primary-button';

/** Apart from `button.tsx`, so that server components may dress a plain link as a button. */
export const buttonVariants = cva(buttonBase, {
  variants: {
    variant: {
      primary: buttonPrimary,
      secondary:
        'border border-border bg-surface text-foreground shadow-xs hover:border-muted-strong hover:bg-muted data-popup-open:bg-muted dark:bg-muted/60 dark:hover:bg-muted-strong',
      ghost: 'text-foreground hover:bg-muted data-popup-open:bg-muted dark:hover:bg-muted-strong/70',
      danger: 'bg-danger text-danger-foreground shadow-xs hover:bg-danger-hover',
      link: 'thumb-reach rounded-xs text-accent-text underline-offset-4 hover:underline',
    },
    size: {
      sm: buttonSmall,
      md: buttonMedium,
      lg: 'h-11 px-5 text-[0.9375rem]',
      'icon-sm': 'size-8 max-md:size-11',
      icon: 'size-9 max-md:size-11',
    },
  },
  compoundVariants: [
    { variant: 'link', size: ['sm', 'md', 'lg'], class: 'h-auto px-0 max-md:h-auto max-md:px-0' },
  ],
  defaultVariants: { variant: 'primary', size: 'md' },
});

export type ButtonVariants = VariantProps<typeof buttonVariants>;
