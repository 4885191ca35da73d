'use client';

import { createContext, use } from 'react';

export type FieldLink = {
  labelId: string;
  /** The id of the control, at which the label points. */
  controlId: string;
  describedBy: string | undefined;
  invalid: boolean;
};

export const FieldContext = createContext<FieldLink | null>(null);

export type Linkable = {
  id?: string | undefined;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling' | undefined;
};

export function joinIds(...ids: (string | false | null | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}

/** Ties a native control to the `Field` around it: named by its label, described by its notes. Elsewhere nothing changes. */
export function useFieldControl<Props extends Linkable>(props: Props): Props {
  const field = use(FieldContext);
  if (!field) return props;
  return {
    ...props,
    id: field.controlId,
    'aria-describedby': joinIds(field.describedBy, props['aria-describedby']),
    'aria-invalid': props['aria-invalid'] ?? (field.invalid || undefined),
  };
}

/** The same for a group of controls, which a `<label>` cannot point at. `ariaLabel` names it outside a `Field group`. */
export function useFieldGroup(ariaLabel: string | undefined) {
  const field = use(FieldContext);
  if (!field) return { 'aria-label': ariaLabel };
  return {
    'aria-labelledby': field.labelId,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
  };
}
