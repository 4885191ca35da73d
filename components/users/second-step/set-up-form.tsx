'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { CodeField } from '@/components/data/sign-in/code-field';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { PlainImage } from '@/components/ui/plain-image';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { OwnPassword } from '../own-password';
import { confirmSecondStepAction } from '@/lib/users/second-step/actions';
import type { SecondStepProof } from '@/lib/users/second-step/schema';
import type { NewSecondStep } from '@/lib/users/second-step/service';

const loadSchema = async () => (await import('@/lib/users/second-step/schema')).secondStepProofSchema;

export type SetUpFormProps = {
  started: NewSecondStep;
  /** What the account is called in a password manager. */
  email: string;
  asksPassword: boolean;
  /** Gets the recovery codes, which are told only now. */
  onDone: (recoveryCodes: string[]) => void;
};

/** The secret goes into the app, and a first code of it comes back. */
export function SetUpForm({ started, email, asksPassword, onDone }: SetUpFormProps) {
  const t = useTranslations();
  const reach = useReach();
  const form = useForm<SecondStepProof>({
    resolver: translatedResolver(loadSchema, t),
    defaultValues: { code: '', ...(asksPassword && { currentPassword: '' }) },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const { data, serverError } = await reach(confirmSecondStepAction(values));
    if (serverError) return applyServerError(form, ['code', 'currentPassword'], serverError);
    if (data) onDone(data.recoveryCodes);
  });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <Secret {...started} />
      <CodeField field={form.register('code')} error={errors.code?.message} />
      {asksPassword && (
        <OwnPassword
          email={email}
          field={form.register('currentPassword')}
          error={errors.currentPassword?.message}
        />
      )}
      <div className="flex sm:justify-end">
        <Button type="submit" pending={isSubmitting} className="w-full sm:w-auto">
          {t('secondStep.setUp.submit')}
        </Button>
      </div>
    </Form>
  );
}

function Secret({ secret, qr }: NewSecondStep) {
  const t = useTranslations('secondStep.setUp');
  return (
    <div className="flex flex-wrap items-center justify-center gap-4">
      <PlainImage
        src={qr}
        alt={t('qr')}
        width={176}
        height={176}
        className="size-44 rounded-lg border border-border bg-white"
      />
      <div className="grow basis-56 text-[0.8125rem] leading-5">
        <p>{t('scan')}</p>
        <p className="mt-3 text-muted-foreground">{t('byHand')}</p>
        <p className="mt-1 flex items-center gap-1">
          <span className="font-mono wrap-anywhere" data-testid="secret">
            {secret.replace(/(.{4})(?=.)/g, '$1 ')}
          </span>
          <CopyButton text={secret} label={t('copySecret')} copiedLabel={t('copied')} />
        </p>
      </div>
    </div>
  );
}
