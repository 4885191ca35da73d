'use client';

import { useTranslations } from 'next-intl';
import { useController, useForm, useWatch, type Control } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { Segmented } from '@/components/ui/form/segmented';
import { Textarea } from '@/components/ui/form/textarea';
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { translatedResolver } from '@/lib/forms/resolver';
import { PAUSE_MESSAGE_MAX_CHARS } from '@/lib/live/limits';
import { readParametersText } from '@/lib/live/parameters-text';
import type { Retarget } from '@/lib/live/retarget';
import { RetargetSample, useTargetSample } from './retarget-sample';
import type { BulkDialogProps } from './use-bulk-actions';

/** Other targets for live codes, with what becomes of the first of them shown while it is typed. */
export function RetargetDialog({ asking, open, actions }: BulkDialogProps) {
  const t = useTranslations();
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && actions.close()}>
      <DialogContent
        title={t('live.many.title')}
        description={t('live.many.text')}
        closeLabel={t('common.close')}
      >
        <RetargetForm asking={asking} actions={actions} />
      </DialogContent>
    </Dialog>
  );
}

type Values = { page: string; parameters: string; state: keyof typeof IS_PAUSED; message: string };

const IS_PAUSED = { keep: null, pause: true, resume: false } as const;
const STATES = ['keep', 'pause', 'resume'] as const;

function toInput({ page, parameters, state, message }: Values): Retarget {
  const typed = page.trim();
  return {
    page: typed === '' ? null : typed,
    parameters: Object.entries(readParametersText(parameters)),
    isPaused: IS_PAUSED[state],
    message: state === 'pause' ? message : '',
  };
}

async function loadSchema() {
  const [{ retargetSchema }, { z }] = await Promise.all([import('@/lib/live/schema'), import('zod')]);
  return z.preprocess(toInput, retargetSchema);
}

const typed = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, className: 'font-mono' };

/** Mounted with the dialog, so that another opening begins with nothing changed. */
function RetargetForm({ asking, actions }: Pick<BulkDialogProps, 'asking' | 'actions'>) {
  const t = useTranslations();
  const { scope, count } = asking.target;
  const form = useForm<Values>({
    resolver: translatedResolver<Values>(loadSchema, t),
    defaultValues: { page: '', parameters: '', state: 'keep', message: '' },
  });
  const { errors } = form.formState;
  const { data: sample } = useTargetSample(scope);
  const values = useWatch({ control: form.control, compute: toInput });
  const submit = form.handleSubmit((typedValues) => {
    if (!actions.pending) actions.start({ kind: 'retarget', values: toInput(typedValues), scope });
  });
  return (
    <Form onSubmit={submit} className="flex flex-col gap-5 pb-1">
      <Field
        label={t('live.many.parameters')}
        hint={t('live.many.parametersHint')}
        error={errors.parameters?.message}
      >
        <Textarea {...form.register('parameters')} {...typed} rows={3} />
      </Field>
      <Field label={t('live.many.page')} hint={t('live.many.pageHint')} error={errors.page?.message}>
        <Input {...form.register('page')} {...typed} />
      </Field>
      <StateField control={form.control} />
      {values.isPaused && (
        <Field
          label={t('live.pauseDialog.message')}
          optionalLabel={t('common.optional')}
          error={errors.message?.message}
        >
          <Input
            {...form.register('message')}
            maxLength={PAUSE_MESSAGE_MAX_CHARS}
            placeholder={t('live.pauseDialog.placeholder')}
            autoComplete="off"
          />
        </Field>
      )}
      {sample && <RetargetSample sample={sample} count={count} values={values} />}
      <DialogActions>
        <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
        <Button type="submit" disabled={sample?.live === 0} pending={actions.pending}>
          {t('live.many.confirm', { count: sample?.live ?? count })}
        </Button>
      </DialogActions>
    </Form>
  );
}

function StateField({ control }: { control: Control<Values> }) {
  const t = useTranslations('live.many');
  const { field } = useController({ control, name: 'state' });
  return (
    <Field label={t('state')} group>
      <Segmented
        value={field.value}
        onValueChange={field.onChange}
        items={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        className="self-start max-sm:self-stretch"
      />
    </Field>
  );
}
