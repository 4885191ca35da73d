'use client';

import { CircleAlert } from 'lucide-react';
import type { Ref } from 'react';

export type FormErrorSummaryProps = {
  title: string;
  /** `fieldId` is the id of the control that the line jumps to. */
  errors: readonly { fieldId?: string | undefined; message: string }[];
  ref?: Ref<HTMLDivElement> | undefined;
};

/** Focus it (through `ref`) after a failed submit of a long form; short forms focus the first field instead. */
export function FormErrorSummary({ title, errors, ref }: FormErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role="alert"
      data-slot="form-error-summary"
      className="flex gap-3 rounded-lg border border-danger/30 bg-danger-subtle px-4 py-3 text-danger-text focus-ring"
    >
      <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
      <div>
        <p className="font-medium">{title}</p>
        <ul className="mt-1 list-disc space-y-0.5 ps-4">
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId ?? ''}${message}`}>
              <ErrorLine fieldId={fieldId} message={message} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function ErrorLine({ fieldId, message }: { fieldId?: string | undefined; message: string }) {
  if (!fieldId) return message;
  return (
    <a
      href={`#${fieldId}`}
      className="rounded-xs underline underline-offset-4 focus-ring"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(fieldId)?.focus();
      }}
    >
      {message}
    </a>
  );
}
