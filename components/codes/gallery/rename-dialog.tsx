'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { FormError } from '@/components/ui/form-error';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { updateCodeAction } from '@/lib/codes/actions';
import { codeKeys, type CodeItem } from '@/lib/codes/query-options';
import { translatedResolver } from '@/lib/forms/resolver';
import { applyServerError } from '@/lib/forms/server-error';

const loadSchema = async () => (await import('@/lib/codes/schema')).updateCodeSchema;

export type RenameDialogProps = { item: CodeItem | null; onClose: () => void };

export function RenameDialog({ item, onClose }: RenameDialogProps) {
  return (
    <Dialog open={item !== null} onOpenChange={(open) => !open && onClose()}>
      {item && <RenameForm item={item} onClose={onClose} />}
    </Dialog>
  );
}

function RenameForm({ item, onClose }: { item: CodeItem; onClose: () => void }) {
  const t = useTranslations();
  const client = useQueryClient();
  const formId = useId();
  const form = useForm({
    resolver: translatedResolver(loadSchema, t),
    // The action writes name and note together, so the note goes along as it is.
    defaultValues: { name: item.name, note: item.note },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    const result = await updateCodeAction({ codeId: item.id, values });
    if (result.serverError) return applyServerError(form, ['name'], result.serverError);
    await client.invalidateQueries({ queryKey: codeKeys.all });
    toast.success(t('common.saved'));
    onClose();
  });

  return (
    <DialogContent
      size="sm"
      title={t('codes.gallery.rename.title')}
      description={t('codes.gallery.rename.text')}
      closeLabel={t('common.close')}
      footer={
        <>
          <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
          <Button type="submit" form={formId} pending={isSubmitting}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <FormError error={errors.root} />
        <Field label={t('codes.gallery.columns.name')} error={errors.name?.message}>
          <Input
            {...form.register('name')}
            autoComplete="off"
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
            required
          />
        </Field>
      </Form>
    </DialogContent>
  );
}
