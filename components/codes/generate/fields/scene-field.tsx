'use client';

import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { encodedText } from '@/lib/codes/picture/snippets';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';
import { SCENE_DECODER_SNIPPET } from '@/lib/wechat/rules/scene-encoding';
import { Counter } from './counter';
import { TextParameter } from './text-parameter';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

export function SceneField() {
  const t = useTranslations('codes.generate.scene');
  const { scene } = useFormValues();
  const used = [...scene].length;
  return (
    <div>
      <TextParameter
        name="scene"
        required
        hint={t('hint')}
        counter={
          <Counter text={t('counter', { used, max: SCENE_MAX_CHARS })} over={used > SCENE_MAX_CHARS} />
        }
      />
      <EncodedNote scene={scene} />
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
        <summary className="thumb-reach w-fit rounded-xs font-medium text-accent-text focus-ring">
          {t('decoder')}
        </summary>
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
