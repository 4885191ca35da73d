'use client';

import { useTranslations } from 'next-intl';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { StartsAtField } from '@/components/codes/live/starts-at-field';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Textarea } from '@/components/ui/form/textarea';
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { ActionRefusal } from '@/lib/actions/outcome';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';
import { PageField, RulesField, StateField, typed } from './retarget-fields';
import { RetargetSample, useTargetSample } from './retarget-sample';
import { NOTHING, toRetarget, type RetargetValues } from './retarget-values';

async function loadSchema() {
  const [{ retargetSchema }, { z }] = await Promise.all([import('@/lib/live/schema'), import('zod')]);
  return z.preprocess(toRetarget, retargetSchema);
}

/** Other targets for live codes, with what becomes of the first of them shown while it is typed. */
export function RetargetDialog({ asking, open, actions }: BulkDialogProps) {
  const t = useTranslations();
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && actions.close()}>
      <DialogContent
        title={t('live.many.title')}
        description={t('live.many.text')}
        closeLabel={t('common.close')}
        size="lg"
      >
        <RetargetForm asking={asking} actions={actions} />
      </DialogContent>
    </Dialog>
  );
}

/** Mounted with the dialog, so that another opening begins with nothing changed. */
function RetargetForm({ asking, actions }: Pick<BulkDialogProps, 'asking' | 'actions'>) {
  const t = useTranslations();
  const { scope, count } = asking.target;
  const form = useForm<RetargetValues>({
    resolver: translatedResolver<RetargetValues>(loadSchema, t),
    defaultValues: { ...NOTHING, ...asking.begin },
  });
  const { errors } = form.formState;
  const values = useWatch({ control: form.control, compute: toRetarget });
  const { data: sample } = useTargetSample(scope, values.startsAt);
  const submit = form.handleSubmit((typedValues) => {
    if (actions.pending) return;
    const onError = (error: unknown) => {
      if (error instanceof ActionRefusal) applyServerError(form, ['startsAt'], error.detail);
    };
    actions.start({ kind: 'retarget', values: toRetarget(typedValues), scope }, onError);
  });
  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5 pb-1">
        <Field
          label={t('live.many.parameters')}
          hint={t('live.many.parametersHint')}
          error={errors.parameters?.message}
        >
          <Textarea {...form.register('parameters')} {...typed} rows={3} />
        </Field>
        <PageField />
        <StateField />
        <RulesField />
        <StartsAtField input={form.register('startsAt')} error={errors.startsAt?.message} />
        {sample && <RetargetSample sample={sample} count={count} values={values} />}
        <DialogActions>
          <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" disabled={sample?.live === 0} pending={actions.pending}>
            {t(values.startsAt === '' ? 'live.many.confirm' : 'live.many.confirmPlan', {
              count: sample?.live ?? count,
            })}
          </Button>
        </DialogActions>
      </Form>
    </FormProvider>
  );
}
