'use client';

import { useTranslations } from 'next-intl';
import { useId, useRef, useState, type SyntheticEvent } from 'react';
import type { BulkDialogProps } from '@/components/codes/bulk/use-bulk-actions';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent } from '@/components/ui/overlay/dialog';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { parseNamePattern, PATTERN_MAX_CHARS, START_MAX } from '@/lib/bulk/name-pattern';
import { CODE_NAME_MAX_CHARS } from '@/lib/codes/limits';
import { RenameSample } from './rename-sample';
import { TokenButtons } from './token-buttons';

/** Names by a pattern, with the first ones shown while it is typed. */
export function BulkRenameDialog({ asking, open, actions }: BulkDialogProps) {
  const t = useTranslations();
  const formId = useId();
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && actions.close()}>
      <DialogContent
        title={t('bulk.rename.title', { count: asking.target.count })}
        description={t('bulk.rename.text')}
        closeLabel={t('common.close')}
        footer={
          <>
            <DialogClose render={<Button variant="secondary" />}>{t('common.cancel')}</DialogClose>
            <Button type="submit" form={formId} pending={actions.pending}>
              {t('bulk.rename.confirm', { count: asking.target.count })}
            </Button>
          </>
        }
      >
        <PatternForm formId={formId} asking={asking} actions={actions} />
      </DialogContent>
    </Dialog>
  );
}

function useInsert(set: (text: string) => void) {
  const ref = useRef<HTMLInputElement>(null);
  const insert = (token: string) => {
    const input = ref.current;
    if (!input) return;
    const { selectionStart, selectionEnd, value } = input;
    const [from, to] = [selectionStart ?? value.length, selectionEnd ?? value.length];
    set(value.slice(0, from) + token + value.slice(to));
    requestAnimationFrame(() => {
      input.focus();
      input.setSelectionRange(from + token.length, from + token.length);
    });
  };
  return { ref, insert };
}

type PatternFormProps = Pick<BulkDialogProps, 'asking' | 'actions'> & { formId: string };

function PatternForm({ formId, asking, actions }: PatternFormProps) {
  const t = useTranslations();
  const [pattern, setPattern] = useState('{name} {seq:000}');
  const [startText, setStartText] = useState('1');
  const { ref, insert } = useInsert(setPattern);
  const parsed = parseNamePattern(pattern.trim());
  const isEmpty = pattern.trim() === '';
  const start = /^\d+$/.test(startText) && Number(startText) <= START_MAX ? Number(startText) : null;
  const issue = isEmpty
    ? t('errors.issues.required', { field: 'name' })
    : parsed.issue && t(parsed.issue.key, parsed.issue.values);
  const { scope, count } = asking.target;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (issue || start === null) return ref.current?.focus();
    actions.start({ kind: 'rename', values: { pattern: pattern.trim(), start }, scope });
  };
  return (
    <Form id={formId} onSubmit={submit} className="flex flex-col gap-4">
      <Field
        label={t('bulk.rename.pattern')}
        hint={t('bulk.rename.hint', { max: CODE_NAME_MAX_CHARS })}
        error={issue}
      >
        <Input
          ref={ref}
          value={pattern}
          onChange={({ target }) => setPattern(target.value)}
          maxLength={PATTERN_MAX_CHARS}
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
      </Field>
      <TokenButtons onInsert={insert} />
      <Field
        label={t('bulk.rename.start')}
        hint={t('bulk.rename.order', {
          sort: 'filters' in scope && scope.filters.sort === 'oldest' ? 'oldest' : 'newest',
        })}
        error={start === null ? t('errors.issues.tooBig', { max: START_MAX }) : undefined}
      >
        <Input
          inputMode="numeric"
          value={startText}
          onChange={({ target }) => setStartText(target.value)}
          className="w-28"
        />
      </Field>
      <RenameSample scope={scope} count={count} pattern={parsed.pattern} start={start ?? 1} />
    </Form>
  );
}
