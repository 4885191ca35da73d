'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { SubmitActions } from '@/components/data/submit-actions';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { applyServerError } from '@/lib/forms/server-error';
import { removePasskeyAction, renamePasskeyAction } from '@/lib/users/passkeys/actions';
import { PASSKEY_NAME_MAX_CHARS } from '@/lib/users/passkeys/limits';
import { ProofForm, type Prover } from '../second-step/proof-form';

type Of = { passkey: { id: string; name: string } };

/** Closes a dialog that has done what it was for. */
function useDone(text: string) {
  const router = useRouter();
  const [open, setOpen] = useState(true);
  const done = () => {
    setOpen(false);
    router.refresh();
    toast.success(text);
  };
  return { open, setOpen, done };
}

export function RenameDialog({ passkey: { id, name } }: Of) {
  const t = useTranslations('secondStep.passkeys');
  const tc = useTranslations('common');
  const reach = useReach();
  const { open, setOpen, done } = useDone(t('renamed'));
  const form = useForm({ defaultValues: { name } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const { serverError } = await reach(renamePasskeyAction({ id, ...values }));
    if (serverError) return applyServerError(form, ['name'], serverError);
    done();
  });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent title={t('renameOf', { name })} closeLabel={tc('close')}>
        <Form onSubmit={submit} className="flex flex-col gap-5">
          <FormError error={errors.root} />
          <Field label={t('name')} error={errors.name?.message}>
            <Input {...form.register('name')} maxLength={PASSKEY_NAME_MAX_CHARS} autoFocus required />
          </Field>
          <SubmitActions submitLabel={tc('save')} pending={isSubmitting} onCancel={() => setOpen(false)} />
        </Form>
      </DialogContent>
    </Dialog>
  );
}

/** @param isLast whether the second step goes with it */
export function RemoveDialog({
  passkey: { id, name },
  prover,
  isLast,
}: Of & { prover: Prover; isLast: boolean }) {
  const t = useTranslations('secondStep.removePasskey');
  const close = useTranslations('common')('close');
  const { open, setOpen, done } = useDone(t('done'));
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('title', { name })}
        description={t(isLast ? 'textLast' : 'text')}
        closeLabel={close}
      >
        <ProofForm
          prover={prover}
          submitLabel={t('submit')}
          variant="danger"
          send={(proof) => removePasskeyAction({ id, proof })}
          onDone={done}
          onCancel={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}
