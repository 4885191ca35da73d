'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { CodeField } from '@/components/data/sign-in/code-field';
import { OrLine } from '@/components/data/sign-in/or-line';
import { usePasskeyPrompt } from '@/components/data/sign-in/passkey-prompt';
import { SubmitActions } from '@/components/data/submit-actions';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import type { ActionResult } from '@/lib/actions/outcome';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { askForOwnPasskeyAction } from '@/lib/users/passkeys/actions';
import type { Proof } from '@/lib/users/second-step/proof';
import type { SecondStepProof } from '@/lib/users/second-step/schema';
import { OwnPassword } from '../own-password';

const loadSchemas = () => import('@/lib/users/second-step/schema');
const loadSchema = async () => (await loadSchemas()).secondStepProofSchema;
const loadPasswordSchema = async () => (await loadSchemas()).passwordProofSchema;

/** Who proves that it is them, and what they can do so with. */
export type Prover = {
  /** What the account is called in a password manager. */
  email: string;
  /** False for who has no password. */
  asksPassword: boolean;
  hasApp: boolean;
  hasPasskeys: boolean;
  /** The address that passkeys work at; null where there is none. */
  origin: string | null;
};

export type ProofFormProps<Data> = {
  prover: Prover;
  /** Where the password does without a code. */
  isOneEnough?: boolean;
  submitLabel: string;
  variant?: 'primary' | 'danger';
  send: (proof: Proof) => Promise<ActionResult<Data>>;
  onDone: (data: Data | undefined) => void;
  onCancel: () => void;
};

const asksCode = ({ asksPassword, hasApp, hasPasskeys }: Prover, isOneEnough: boolean | undefined) =>
  (hasApp || hasPasskeys) && !(isOneEnough && asksPassword);

/** The password and a code once more, or a passkey instead of both. */
export function ProofForm<Data>({
  prover,
  isOneEnough,
  submitLabel,
  variant = 'primary',
  send,
  onDone,
  onCancel,
}: ProofFormProps<Data>) {
  const t = useTranslations();
  const reach = useReach();
  const { email, asksPassword, hasApp } = prover;
  const wantsCode = asksCode(prover, isOneEnough);
  const form = useForm<SecondStepProof>({
    resolver: translatedResolver(wantsCode ? loadSchema : loadPasswordSchema, t),
    defaultValues: { code: '', ...(asksPassword && { currentPassword: '' }) },
  });
  const { errors, isSubmitting } = form.formState;
  const prove = async (proof: Proof) => {
    const { data, serverError } = await reach(send(proof));
    if (serverError) return applyServerError(form, ['currentPassword', 'code'], serverError);
    onDone(data);
  };
  return (
    <Form onSubmit={form.handleSubmit((values) => prove(values))} className="flex flex-col gap-5">
      <FormError error={errors.root} />
      <ByPasskey prover={prover} prove={prove} onRefused={(message) => form.setError('root', { message })} />
      {asksPassword && (
        <OwnPassword
          email={email}
          field={form.register('currentPassword')}
          error={errors.currentPassword?.message}
        />
      )}
      {wantsCode && (
        <CodeField
          field={form.register('code')}
          error={errors.code?.message}
          hasApp={hasApp}
          onSwitch={() => form.resetField('code')}
        />
      )}
      <SubmitActions submitLabel={submitLabel} variant={variant} pending={isSubmitting} onCancel={onCancel} />
    </Form>
  );
}

function ByPasskey({ prover: { hasPasskeys, origin }, ...props }: ByPasskeyProps & { prover: Prover }) {
  return hasPasskeys && origin !== null && <PasskeyProof origin={origin} {...props} />;
}

type ByPasskeyProps = {
  prove: (proof: Proof) => Promise<void>;
  onRefused: (message: string) => void;
};

function PasskeyProof({ origin, prove, onRefused }: ByPasskeyProps & { origin: string }) {
  const t = useTranslations('auth.passkey');
  const reach = useReach();
  const prompt = usePasskeyPrompt(origin);
  const [pending, setPending] = useState(false);
  const run = async () => {
    const { data, serverError } = await reach(askForOwnPasskeyAction());
    if (serverError || !data) return onRefused(serverError?.message ?? '');
    const said = await prompt.sign(data);
    if ('refusal' in said) return onRefused(said.refusal);
    await prove({ passkey: said.answer });
  };
  const press = () => {
    setPending(true);
    void run().finally(() => setPending(false));
  };
  return (
    <>
      <Button variant="secondary" pending={pending} onClick={press} className="w-full">
        {t('confirm')}
      </Button>
      <OrLine />
    </>
  );
}
