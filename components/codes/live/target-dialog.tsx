'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { Textarea } from '@/components/ui/form/textarea';
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { setLiveTargetAction } from '@/lib/live/actions';
import { parametersText, readParametersText } from '@/lib/live/parameters-text';
import type { Target } from '@/lib/live/target';
import { StartsAtField } from './starts-at-field';

export type TargetDialogProps = {
  codeId: string;
  openedPage: string;
  now: Target;
  open: boolean;
  onClose: () => void;
};

export function TargetDialog({ open, onClose, ...form }: TargetDialogProps) {
  const t = useTranslations('live.dialog');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={t('title')} description={t('text')} closeLabel={common('close')}>
        <TargetForm {...form} onDone={onClose} />
      </DialogContent>
    </Dialog>
  );
}

type Values = { page: string; parameters: string; startsAt: string };

const toInput = ({ page, parameters, startsAt }: Values) => ({
  ...{ page: page.trim(), startsAt, parameters: readParametersText(parameters) },
});

async function loadSchema() {
  const [{ liveTargetSchema }, { z }] = await Promise.all([import('@/lib/live/schema'), import('zod')]);
  return z.preprocess(toInput, liveTargetSchema);
}

type TargetFormProps = Pick<TargetDialogProps, 'codeId' | 'openedPage' | 'now'> & { onDone: () => void };

/** Mounted with the dialog, so that it opens with what is so now. */
function TargetForm({ codeId, openedPage, now, onDone }: TargetFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const form = useForm<Values>({
    resolver: translatedResolver<Values>(loadSchema, t),
    defaultValues: { page: now.page, parameters: parametersText(now.parameters), startsAt: '' },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const { serverError } = await reach(
      setLiveTargetAction({ codeId, values: { ...toInput(values), rules: now.rules } }),
    );
    if (serverError) return applyServerError(form, ['page', 'parameters', 'startsAt'], serverError);
    toast.success(t(values.startsAt === '' ? 'live.saved' : 'live.savedPlan'));
    onDone();
    router.refresh();
  });

  const typed = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, className: 'font-mono' };
  const optional = t('common.optional');
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5 pb-1">
      <FormError error={errors.root} />
      <Field
        label={t('live.dialog.parameters')}
        hint={t('codes.generate.live.parametersHint')}
        error={errors.parameters?.message}
      >
        <Textarea {...form.register('parameters')} {...typed} rows={4} />
      </Field>
      <Field
        label={t('live.dialog.page')}
        optionalLabel={optional}
        hint={t('live.dialog.pageHint', { page: openedPage || t('live.dialog.pageHome') })}
        error={errors.page?.message}
      >
        <Input {...form.register('page')} {...typed} />
      </Field>
      <StartsAtField input={form.register('startsAt')} error={errors.startsAt?.message} />
      <DialogActions>
        <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
        <Button type="submit" pending={isSubmitting}>
          {t('live.dialog.save')}
        </Button>
      </DialogActions>
    </Form>
  );
}
