'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { escapeTemplate } from '@/lib/batches/plan/template';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { translatedResolver } from '@/lib/forms/resolver';

const loadSchema = async () => (await import('@/lib/codes/generate/schema')).updateCodeSchema;

type RenameDialogProps = Omit<BulkDialogProps, 'asking'> & { item: CodeItem };

/** A name for one code. A bulk action like the others, so that it can be taken back like them. */
export function RenameDialog({ item, open, actions }: RenameDialogProps) {
  const t = useTranslations();
  const formId = useId();
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && actions.close()}>
      <DialogContent
        size="sm"
        title={t('codes.gallery.rename.title')}
        description={t('codes.gallery.rename.text')}
        closeLabel={t('common.close')}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
            <Button type="submit" form={formId} pending={actions.pending}>
              {t('common.save')}
            </Button>
          </>
        }
      >
        <RenameForm formId={formId} item={item} actions={actions} />
      </DialogContent>
    </Dialog>
  );
}

/** Mounted with the dialog, so that it opens with the name of now. */
function RenameForm({ formId, item, actions }: Omit<RenameDialogProps, 'open'> & { formId: string }) {
  const t = useTranslations();
  const form = useForm({
    resolver: translatedResolver(loadSchema, t),
    defaultValues: { name: item.name },
  });
  const submit = form.handleSubmit(({ name }) => {
    if (actions.pending) return;
    const values = { pattern: escapeTemplate(name), start: 1 };
    actions.start({ kind: 'rename', values, scope: { codeIds: [item.id] } });
  });
  return (
    <Form id={formId} onSubmit={submit}>
      <Field label={t('codes.gallery.columns.name')} error={form.formState.errors.name?.message}>
        <Input
          {...form.register('name')}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          required
        />
      </Field>
    </Form>
  );
}
