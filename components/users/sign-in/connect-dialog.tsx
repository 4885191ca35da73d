'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useFailure, useReach } from '@/components/data/actions/use-reach';
import { SubmitActions } from '@/components/data/submit-actions';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Dialog, DialogContent } from '@/components/ui/overlay/dialog';
import { addressOfService } from '@/lib/auth/passwords/password-sign-in';
import { OwnPassword } from '../own-password';
import { applyServerError } from '@/lib/forms/server-error';
import { beginConnectingAction } from '@/lib/users/sign-in-services/actions';
import type { Connection } from '@/lib/users/sign-in-services/connections';
import { useServiceName } from './service-name';

/** Asks for the password, then leads to the service. Opens at once: it is mounted by the click that asks for it. */
export function ConnectDialog({ connection, email }: { connection: Connection; email: string }) {
  const t = useTranslations();
  const { id } = connection;
  const service = useServiceName()(connection);
  const reach = useReach();
  const failed = useFailure();
  const [open, setOpen] = useState(true);
  const [leaving, setLeaving] = useState(false);
  const form = useForm({ defaultValues: { currentPassword: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ currentPassword }) => {
    const { serverError } = await reach(beginConnectingAction({ id, currentPassword }));
    if (serverError) return applyServerError(form, ['currentPassword'], serverError);
    try {
      const address = await addressOfService(id, '/settings/account');
      setLeaving(true);
      window.location.assign(address);
    } catch (error) {
      form.setError('root', { message: failed(error) });
    }
  });
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogContent
        title={t('signIn.own.connectTitle', { service })}
        description={t('signIn.own.connectText', { service })}
        closeLabel={t('common.close')}
      >
        <Form onSubmit={submit} className="flex flex-col gap-5">
          <FormError error={errors.root} />
          <OwnPassword
            email={email}
            field={form.register('currentPassword')}
            error={errors.currentPassword?.message}
          />
          <SubmitActions
            submitLabel={t('signIn.own.connectSubmit')}
            pending={isSubmitting || leaving}
            onCancel={() => setOpen(false)}
          />
        </Form>
      </DialogContent>
    </Dialog>
  );
}
