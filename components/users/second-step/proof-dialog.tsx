'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { CodeField } from '@/components/data/code-field';
import { useReach } from '@/components/data/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { renewRecoveryCodesAction, turnOffSecondStepAction } from '@/lib/users/second-step/actions';
import type { SecondStepProof } from '@/lib/users/second-step/schema';
import { RecoveryCodes } from './recovery-codes';

const loadSchema = async () => (await import('@/lib/users/second-step/schema')).secondStepProofSchema;

/** What needs the password and a code once more. */
export type Proved = 'renew' | 'turnOff';

const ACTIONS = { renew: renewRecoveryCodesAction, turnOff: turnOffSecondStepAction };

type ProofDialogProps = { what: Proved; email: string; isRequired: boolean };

/** Opens at once: it is mounted by the click that asks for it. */
export function ProofDialog({ what, email, isRequired }: ProofDialogProps) {
  const t = useTranslations('secondStep');
  const close = useTranslations('common')('close');
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const leave = () => {
    setOpen(false);
    if (codes) router.refresh();
  };
  const done = (recoveryCodes: readonly string[] | null) => {
    if (recoveryCodes) return setCodes(recoveryCodes);
    setOpen(false);
    router.refresh();
    toast.success(t('turnOff.done'));
  };
  const text = what === 'turnOff' && isRequired ? t('turnOff.textRequired') : t(`${what}.text`);
  return (
    <Dialog
      open={open}
      // What is told once does not go away by a slip.
      onOpenChange={(_wanted, { reason }) => {
        if (!codes || reason === 'close-press') leave();
      }}
    >
      <DialogContent
        title={codes ? t('recovery.title') : t(`${what}.title`)}
        description={codes ? t('recovery.text') : text}
        closeLabel={close}
      >
        {codes ? (
          <RecoveryCodes codes={codes} email={email} onKept={leave} />
        ) : (
          <ProofForm what={what} email={email} onDone={done} onCancel={leave} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type ProofFormProps = {
  what: Proved;
  email: string;
  /** Gets the recovery codes, or null where there are none any more. */
  onDone: (recoveryCodes: readonly string[] | null) => void;
  onCancel: () => void;
};

function ProofForm({ what, email, onDone, onCancel }: ProofFormProps) {
  const t = useTranslations();
  const reach = useReach();
  const form = useForm<SecondStepProof>({
    resolver: translatedResolver(loadSchema, t),
    defaultValues: { currentPassword: '', code: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const { data, serverError } = await reach<{ recoveryCodes: string[] } | void>(ACTIONS[what](values));
    if (serverError) return applyServerError(form, ['currentPassword', 'code'], serverError);
    onDone(data?.recoveryCodes ?? null);
  });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('auth.account.currentPassword')} error={errors.currentPassword?.message}>
        <Input
          {...form.register('currentPassword')}
          type="password"
          autoComplete="current-password"
          required
        />
      </Field>
      <CodeField
        field={form.register('code')}
        error={errors.code?.message}
        onSwitch={() => form.resetField('code')}
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="secondary" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" variant={what === 'turnOff' ? 'danger' : 'primary'} pending={isSubmitting}>
          {t(`secondStep.${what}.submit`)}
        </Button>
      </div>
    </Form>
  );
}
