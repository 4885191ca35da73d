'use client';

import { Field as BaseField } from '@base-ui/react/field';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type FieldProps = {
  label: ReactNode;
  /** One control: Input, Textarea, NumberInput, Select, RadioCardGroup, Switch … It is named and described from here. */
  children: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  /** Does not block: shown together with the hint, never together with an error. */
  warning?: ReactNode;
  /** Shows the mark. Give the control `required` as well. */
  required?: boolean | undefined;
  /** Text such as “optional”, beside the label. */
  optionalLabel?: string | undefined;
  counter?: ReactNode;
  /** For a group (radio cards, check boxes): the label does not belong to one native control. */
  group?: boolean | undefined;
  /** Hides the label from sight, not from screen readers. */
  labelHidden?: boolean | undefined;
  disabled?: boolean | undefined;
  className?: string | undefined;
};

export function Field(props: FieldProps) {
  const { label, children, required, optionalLabel, group, labelHidden, disabled, className } = props;
  return (
    <BaseField.Root
      data-slot="field"
      invalid={Boolean(props.error)}
      disabled={disabled}
      className={cn('flex flex-col', className)}
    >
      <BaseField.Label
        nativeLabel={!group}
        render={group ? <div /> : undefined}
        className={cn(
          'mb-1.5 flex items-baseline gap-1 text-sm leading-6 font-medium',
          labelHidden && 'sr-only',
        )}
      >
        {label}
        {required && (
          <span aria-hidden className="text-danger-text">
            *
          </span>
        )}
        {optionalLabel && (
          <span className="ms-1 text-xs font-normal text-muted-foreground">{optionalLabel}</span>
        )}
      </BaseField.Label>
      {children}
      <FieldNotes {...props} />
    </BaseField.Root>
  );
}

function FieldNotes({ hint, error, warning, counter }: FieldProps) {
  return (
    <div className="flex items-start justify-between gap-4 text-[0.8125rem] leading-5">
      <div className="flex min-w-0 flex-col">
        {hint && (
          <BaseField.Description className="mt-1.5 text-muted-foreground">{hint}</BaseField.Description>
        )}
        <div aria-live="polite">
          {error && (
            <BaseField.Error match className="mt-1.5 flex gap-1.5 text-danger-text">
              <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
              <span>{error}</span>
            </BaseField.Error>
          )}
          {warning && !error && (
            <BaseField.Description className="mt-1.5 flex gap-1.5 text-warning-text">
              <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
              <span>{warning}</span>
            </BaseField.Description>
          )}
        </div>
      </div>
      {counter && <div className="ms-auto mt-1.5 shrink-0 text-muted-foreground">{counter}</div>}
    </div>
  );
}
