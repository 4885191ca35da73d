'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { Button } from '@/components/ui/button';
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { FormError } from '@/components/ui/form/form-error';
import { Input } from '@/components/ui/form/input';
import { Textarea } from '@/components/ui/form/textarea';
import { toast } from '@/components/ui/overlay/toast';
import { updateCodeAction } from '@/lib/codes/actions';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';

const loadSchema = async () => (await import('@/lib/codes/generate/schema')).updateCodeSchema;

type Labels = { name: string; note: string };

export type RenameDialogProps = {
  code: Labels & { id: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function RenameDialog({ code, open, onOpenChange }: RenameDialogProps) {
  const t = useTranslations('codes.detail.renameDialog');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('title')} description={t('text')} closeLabel={common('close')}>
        <RenameForm code={code} onDone={() => onOpenChange(false)} />
      </DialogContent>
    </Dialog>
  );
}

/** Mounted with the dialog, so that it opens with what is stored now. */
function RenameForm({ code, onDone }: { code: RenameDialogProps['code']; onDone: () => void }) {
  const t = useTranslations();
  const router = useRouter();
  const reach = useReach();
  const form = useForm<Labels>({
    resolver: translatedResolver<Labels>(loadSchema, t),
    defaultValues: { name: code.name, note: code.note },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const { serverError } = await reach(updateCodeAction({ codeId: code.id, values }));
    if (serverError) return applyServerError(form, ['name', 'note'], serverError);
    toast.success(t('codes.detail.renameDialog.saved'));
    onDone();
    router.refresh();
  });

  return (
    <Form onSubmit={submit} className="flex flex-col gap-5 pb-1">
      <FormError error={errors.root} />
      <Field required label={t('codes.detail.renameDialog.name')} error={errors.name?.message}>
        <Input {...form.register('name')} required autoComplete="off" />
      </Field>
      <Field
        label={t('codes.detail.renameDialog.note')}
        optionalLabel={t('common.optional')}
        error={errors.note?.message}
      >
        <Textarea {...form.register('note')} />
      </Field>
      <DialogActions>
        <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
        <Button type="submit" pending={isSubmitting}>
          {t('common.save')}
        </Button>
      </DialogActions>
    </Form>
  );
}
