'use client';

import { TriangleAlert } from 'lucide-react';
import { useController, useFormContext } from 'react-hook-form';
import { Switch } from '@/components/ui/form/switch';
import type { Trap } from '@/lib/wechat/rules/traps';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { TrapTexts } from '@/components/codes/generate/trap-notes';

export type SwitchFieldProps = {
  name: 'checkPath' | 'autoColor' | 'isHyaline' | 'isLive';
  label: string;
  hint: string;
  traps?: readonly Trap[] | undefined;
};

export function SwitchField({ name, label, hint, traps = [] }: SwitchFieldProps) {
  const { control } = useFormContext<GenerateFormValues>();
  const { field } = useController({ control, name });
  const noteId = `${controlId(name)}-note`;
  return (
    <div>
      <Switch
        id={controlId(name)}
        label={label}
        description={hint}
        checked={field.value}
        onCheckedChange={field.onChange}
        inputRef={field.ref}
        aria-describedby={traps.length > 0 ? noteId : undefined}
      />
      <div aria-live="polite">
        {traps.length > 0 && (
          <p id={noteId} className="mt-1.5 flex gap-1.5 text-[0.8125rem] leading-5 text-warning-text">
            <TriangleAlert aria-hidden className="mt-0.75 size-3.5 shrink-0" />
            <span>
              <TrapTexts traps={traps} />
            </span>
          </p>
        )}
      </div>
    </div>
  );
}
