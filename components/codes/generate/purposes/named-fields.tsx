'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { untold, type FieldProblem } from '@/lib/purposes/problems';
import { FIELD_VALUE_MAX_CHARS, type Purpose, type PurposeField } from '@/lib/purposes/purpose';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { withFields } from './purpose-values';
import { useProblemText } from './use-problem-text';
import { useChange } from './use-purpose-form';

export type NamedFieldsProps = { purpose: Purpose; problems: Record<string, FieldProblem> };

/** What the purpose asks for. */
export function NamedFields({ purpose, problems }: NamedFieldsProps) {
  const columns = purpose.fields.length > 2 ? 'sm:grid-cols-3' : 'sm:grid-cols-2';
  return (
    <div className={cn('grid items-start gap-x-4 gap-y-5', purpose.fields.length > 1 && columns)}>
      {purpose.fields.map((field) => (
        <NamedField key={field.key} purpose={purpose} field={field} problem={problems[field.key]} />
      ))}
    </div>
  );
}

/** What stands in the name alone; and beside it what a scan would need to tell its things apart. */
function Hint({ purpose, asked }: { purpose: Purpose; asked: PurposeField }) {
  const t = useTranslations('purposes.form');
  const { fields } = useFormValues();
  if (asked.parameter === null) return t('onlyName');
  const label = untold(purpose, asked, fields);
  return label && <span className="text-warning-text">{t('untold', { label })}</span>;
}

type NamedFieldProps = { purpose: Purpose; field: PurposeField; problem: FieldProblem | undefined };

function NamedField({ purpose, field: asked, problem }: NamedFieldProps) {
  const common = useTranslations('common');
  const problemText = useProblemText();
  const change = useChange();
  const { control } = useFormContext<GenerateFormValues>();
  const name = `fields.${asked.key}` as const;
  const { field, fieldState } = useController({ control, name, defaultValue: '' });
  // That something is missing is said after an attempt; that a letter cannot be sent, at once.
  const live = problem && problem.key !== 'required' ? problemText(asked, problem) : undefined;
  return (
    <Field
      controlId={controlId(name)}
      label={asked.label}
      required={asked.required}
      optionalLabel={asked.required ? undefined : common('optional')}
      hint={<Hint purpose={purpose} asked={asked} />}
      error={fieldState.error?.message ?? live}
    >
      <Input
        {...field}
        value={field.value ?? ''}
        onChange={({ target }) =>
          change((values) => withFields(purpose, values, { ...values.fields, [asked.key]: target.value }))
        }
        required={asked.required}
        placeholder={asked.example}
        maxLength={FIELD_VALUE_MAX_CHARS}
        autoComplete="off"
        {...(asked.parameter !== null && { autoCapitalize: 'off', spellCheck: false })}
      />
    </Field>
  );
}
