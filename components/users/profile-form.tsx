'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useForm, useWatch } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { toast } from '@/components/ui/overlay/toast';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { updateProfileAction } from '@/lib/users/actions';

const loadSchema = async () => (await import('@/lib/users/schema')).profileSchema;

const FIELDS = ['name', 'email', 'currentPassword'] as const;

const tidy = (address: string | null) => address?.trim().toLowerCase() ?? null;

/** One's own name and address. The password is asked for once the address is another one; who has none keeps it. */
type ProfileFormProps = { name: string; email: string | null; hasPassword: boolean };

export function ProfileForm({ name, email, hasPassword }: ProfileFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const form = useForm({
    resolver: translatedResolver(loadSchema, t),
    defaultValues: { name, email, currentPassword: '' },
  });
  const { errors, isSubmitting, isDirty } = form.formState;
  const entered = useWatch({ control: form.control, name: 'email' });
  const isMoved = hasPassword && tidy(entered) !== email;

  const submit = form.handleSubmit(async (values) => {
    const result = await reach(updateProfileAction(values));
    if (result.serverError) return applyServerError(form, FIELDS, result.serverError);
    form.reset({ ...values, email: tidy(values.email), currentPassword: '' });
    toast.success(t('auth.account.profileSaved'));
    router.refresh();
  });

  return (
    <Form onSubmit={submit} className="flex max-w-md flex-col gap-5">
      <FormError error={errors.root} />
      <Field label={t('auth.name')} error={errors.name?.message}>
        <Input {...form.register('name')} autoComplete="name" required />
      </Field>
      {hasPassword && (
        <Field label={t('auth.email')} error={errors.email?.message}>
          <Input {...form.register('email')} type="email" autoComplete="email" required />
        </Field>
      )}
      {isMoved && (
        <Field
          label={t('auth.account.currentPassword')}
          hint={t('auth.account.emailPasswordHint')}
          error={errors.currentPassword?.message}
        >
          <Input
            {...form.register('currentPassword')}
            type="password"
            autoComplete="current-password"
            required
          />
        </Field>
      )}
      <div>
        <Button type="submit" pending={isSubmitting} disabled={!isDirty}>
          {t('common.save')}
        </Button>
      </div>
    </Form>
  );
}
