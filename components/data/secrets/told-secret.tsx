'use client';

import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { DialogActions } from '@/components/ui/overlay/dialog';

export type ToldSecretProps = {
  value: string;
  label: string;
  hint: string;
  texts: Record<'copy' | 'copied' | 'done', string>;
  onDone: () => void;
};

/** What was just made, and is shown only now. */
export function ToldSecret({ value, label, hint, texts, onDone }: ToldSecretProps) {
  return (
    <div className="flex flex-col gap-5">
      <Field label={label} hint={hint}>
        <Input
          readOnly
          value={value}
          className="font-mono text-xs"
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </Field>
      <DialogActions>
        <CopyButton
          text={value}
          label={texts.copy}
          copiedLabel={texts.copied}
          variant="secondary"
          size="md"
          showLabel
        />
        <Button onClick={onDone}>{texts.done}</Button>
      </DialogActions>
    </div>
  );
}
