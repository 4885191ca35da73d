'use client';

import { useState } from 'react';
import { FormProvider, type FieldValues, type FormProviderProps } from 'react-hook-form';

/**
 * `FormProvider` for a form with parts that wake late. Its `formState` stays as it was first: a context that changed, as it
 * does as soon as the form is ready, would have React draw whatever the server has drawn, and whose code has not come, anew
 * from its grey place. Fields ask `useFormState`.
 */
export function SteadyFormProvider<Values extends FieldValues>(props: FormProviderProps<Values>) {
  const [formState] = useState(props.formState);
  return <FormProvider {...props} formState={formState} />;
}
