import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

const tones = {
  info: { icon: Info, box: 'border-info/25 bg-info-subtle', text: 'text-info-text' },
  success: { icon: CircleCheck, box: 'border-success/25 bg-success-subtle', text: 'text-success-text' },
  warning: { icon: TriangleAlert, box: 'border-warning/40 bg-warning-subtle', text: 'text-warning-text' },
  danger: { icon: CircleAlert, box: 'border-danger/25 bg-danger-subtle', text: 'text-danger-text' },
};

export type AlertProps = {
  tone?: keyof typeof tones | undefined;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` when it appears in answer to an action; none for text that belongs to the page. */
  role?: 'alert' | 'status' | undefined;
  className?: string | undefined;
};

export function Alert({ tone = 'info', title, children, actions, role, className }: AlertProps) {
  const { icon: Icon, box, text } = tones[tone];
  return (
    <div
      data-slot="alert"
      role={role}
      className={cn('flex gap-3 rounded-lg border px-4 py-3', box, className)}
    >
      <Icon aria-hidden className={cn('mt-1 size-4 shrink-0', text)} />
      <div className="flex min-w-0 flex-1 flex-col gap-x-4 gap-y-2 sm:flex-row sm:items-start sm:justify-between">
        <div className="min-w-0">
          {title && <p className={cn('font-medium', text)}>{title}</p>}
          {children && <div className="text-[0.8125rem] leading-6 text-foreground/85">{children}</div>}
        </div>
        {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
