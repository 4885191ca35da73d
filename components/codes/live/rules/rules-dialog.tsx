'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { toast } from '@/components/ui/overlay/toast';
import { translatedResolver } from '@/lib/forms/resolver';
import { setLiveTargetAction } from '@/lib/live/actions';
import type { Target } from '@/lib/live/target';
import { RulesEditor } from './rules-editor';
import { RulesPreview } from './rules-preview';
import { newRule, toRule, toValues, type RulesFormValues } from './rule-values';

export type RulesDialogProps = {
  codeId: string;
  now: Target;
  serverNow: string;
  open: boolean;
  onClose: () => void;
};

/** Rules of the target that counts now; the target itself stays as it is. */
export function RulesDialog({ open, onClose, ...form }: RulesDialogProps) {
  const t = useTranslations('live.rules');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent title={t('title')} description={t('text')} closeLabel={common('close')} size="lg">
        <RulesForm {...form} onDone={onClose} />
      </DialogContent>
    </Dialog>
  );
}

const rulesOf = ({ rules }: RulesFormValues) => rules.map(toRule);

async function loadSchema() {
  const [{ liveTargetSchema }, { z }] = await Promise.all([import('@/lib/live/schema'), import('zod')]);
  return z.preprocess((values: RulesFormValues) => ({ page: '', rules: rulesOf(values) }), liveTargetSchema);
}

type RulesFormProps = Omit<RulesDialogProps, 'open' | 'onClose'> & { onDone: () => void };

/** Mounted with the dialog, so that it opens with what is so now. */
function RulesForm({ codeId, now, serverNow, onDone }: RulesFormProps) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const form = useForm<RulesFormValues>({
    resolver: translatedResolver<RulesFormValues>(loadSchema, t),
    defaultValues: { rules: now.rules.length > 0 ? now.rules.map(toValues) : [newRule(now.page)] },
  });
  const { control } = form;
  const typed = useWatch({ control, compute: rulesOf });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const { page, parameters, isPaused, message } = now;
    const target = { page, parameters, isPaused, message, rules: rulesOf(values) };
    const { serverError } = await reach(setLiveTargetAction({ codeId, values: target }));
    if (serverError) return form.setError('root', { type: serverError.code, message: serverError.message });
    toast.success(t('live.rules.saved'));
    onDone();
    router.refresh();
  });

  return (
    <FormProvider {...form}>
      <Form onSubmit={submit} className="flex flex-col gap-5 pb-1">
        <FormError error={errors.root} />
        <RulesEditor page={now.page} />
        <RulesPreview target={now} rules={typed} serverNow={serverNow} />
        <DialogActions>
          <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" pending={isSubmitting}>
            {t('live.rules.save')}
          </Button>
        </DialogActions>
      </Form>
    </FormProvider>
  );
}
