'use client';

import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { FieldContext, joinIds } from './field-context';

export type FieldProps = {
  label: ReactNode;
  /** One control: Input, Textarea, NumberInput, Select, RadioCardGroup … It is named and described from here. */
  children: ReactNode;
  /** An id by which others find the control; else it has one of its own. */
  controlId?: string | undefined;
  hint?: ReactNode;
  error?: ReactNode;
  /** Does not block: shown together with the hint, never together with an error. */
  warning?: ReactNode;
  /** Shows the mark. Give the control `required` as well. */
  required?: boolean | undefined;
  /** Text such as “optional”, beside the label. */
  optionalLabel?: string | undefined;
  counter?: ReactNode;
  /** For a group (radio cards, segments): the label does not belong to one native control. */
  group?: boolean | undefined;
  /** Hides the label from sight, not from screen readers. */
  labelHidden?: boolean | undefined;
  className?: string | undefined;
};

export function Field(props: FieldProps) {
  const { children, hint, error, warning, className } = props;
  const id = useId();
  const { controlId = id } = props;
  const link = {
    labelId: `${id}label`,
    controlId,
    describedBy: joinIds(
      Boolean(hint) && `${id}hint`,
      Boolean(error) && `${id}error`,
      Boolean(warning && !error) && `${id}warning`,
    ),
    invalid: Boolean(error),
  };
  return (
    <FieldContext value={link}>
      <div data-slot="field" className={cn('flex flex-col', className)}>
        <FieldLabel {...props} id={link.labelId} controlId={controlId} />
        {children}
        <FieldNotes {...props} id={id} />
      </div>
    </FieldContext>
  );
}

function FieldLabel(props: FieldProps & { id: string; controlId: string }) {
  const { id, controlId, label, required, optionalLabel, group, labelHidden } = props;
  const Label = group ? 'div' : 'label';
  return (
    <Label
      id={id}
      htmlFor={group ? undefined : controlId}
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
    </Label>
  );
}

function FieldNotes({ id, hint, error, warning, counter }: FieldProps & { id: string }) {
  return (
    <div className="flex items-start justify-between gap-4 text-[0.8125rem] leading-5">
      <div className="flex min-w-0 flex-col">
        {hint && (
          <div id={`${id}hint`} className="mt-1.5 text-muted-foreground">
            {hint}
          </div>
        )}
        <div aria-live="polite">
          {error && (
            <div id={`${id}error`} className="mt-1.5 flex gap-1.5 text-danger-text">
              <CircleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
              <span>{error}</span>
            </div>
          )}
          {warning && !error && (
            <div id={`${id}warning`} className="mt-1.5 flex gap-1.5 text-warning-text">
              <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
              <span>{warning}</span>
            </div>
          )}
        </div>
      </div>
      {counter && <div className="ms-auto mt-1.5 shrink-0 text-muted-foreground">{counter}</div>}
    </div>
  );
}
