'use client';

import { useTranslations } from 'next-intl';
import { useController, useFormContext } from 'react-hook-form';
import { CodeBlock } from '@/components/ui/code-block';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { encodedText } from '@/lib/codes/snippets';
import { SCENE_MAX_CHARS } from '@/lib/wechat/limits';
import { SCENE_DECODER_SNIPPET } from '@/lib/wechat/scene-encoding';
import { Counter } from './counter';
import { controlId, type GenerateFormValues } from './form-values';
import { TrapFixes, TrapTexts } from './trap-notes';
import { useTraps } from './use-traps';

export function SceneField() {
  const t = useTranslations('codes.generate.scene');
  const { control } = useFormContext<GenerateFormValues>();
  const { field, fieldState } = useController({ control, name: 'scene' });
  const { traps, fixes, apply } = useTraps('scene');
  const used = [...field.value].length;
  return (
    <div>
      <Field
        required
        label={t('label')}
        hint={t('hint')}
        error={fieldState.error?.message}
        warning={traps.length > 0 && <TrapTexts traps={traps} />}
        counter={
          <Counter text={t('counter', { used, max: SCENE_MAX_CHARS })} over={used > SCENE_MAX_CHARS} />
        }
      >
        <Input
          {...field}
          id={controlId('scene')}
          required
          placeholder={t('placeholder')}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <TrapFixes fixes={fixes} onApply={apply} />
      <EncodedNote scene={field.value} />
    </div>
  );
}

/** An encoded scene only works together with the code that decodes it, so both are shown in one place. */
function EncodedNote({ scene }: { scene: string }) {
  const t = useTranslations('codes.generate.scene');
  const common = useTranslations('common');
  const text = encodedText(scene);
  if (text === null) return null;
  return (
    <div className="mt-3 rounded-lg bg-muted px-4 py-3 text-[0.8125rem] leading-5">
      <p>{t('encoded', { text })}</p>
      <details className="mt-2">
        <summary className="w-fit rounded-xs font-medium text-accent-text focus-ring">{t('decoder')}</summary>
        <CodeBlock
          code={SCENE_DECODER_SNIPPET}
          copyLabel={common('copy')}
          copiedLabel={common('copied')}
          aria-label={t('decoderName')}
          className="mt-2"
        />
      </details>
    </div>
  );
}
