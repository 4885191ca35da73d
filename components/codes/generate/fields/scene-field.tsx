'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { parametersOf, useDeclaredPages } from '@/components/data/pages/use-declared-parameters';
import { Button } from '@/components/ui/button';
import { CodeBlock } from '@/components/ui/code-block';
import { Skeleton } from '@/components/ui/skeleton';
import type { DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { isSaidBy, textsOf } from '@/lib/apps/parameters/scene-texts';
import { encodedText } from '@/lib/codes/picture/snippets';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';
import { SCENE_DECODER_SNIPPET } from '@/lib/wechat/rules/scene-encoding';
import { Counter } from './counter';
import { TextParameter } from './text-parameter';
import { useFormValues } from '@/components/codes/generate/use-generate-form';

// Only where somebody has said what the page takes.
const SceneParameters = dynamic(() => import('./scene-parameters').then((room) => room.SceneParameters), {
  loading: () => <Skeleton className="h-40 rounded-lg" />,
});

/** What the code carries: by the names that the page knows, where they are known, or as it stands in the code. */
export function SceneField() {
  const t = useTranslations('codes.generate.scene');
  const { miniProgramId, page, scene } = useFormValues();
  const parameters = parametersOf(useDeclaredPages(miniProgramId), page);
  const [chosen, choose] = useState<'names' | 'hand' | null>(null);
  if (!parameters) return <TypedScene />;
  const way = chosen ?? (isSaidBy(parameters, scene) ? 'names' : 'hand');
  const other = way === 'names' ? 'hand' : 'names';
  return (
    <div className="flex flex-col gap-3">
      {way === 'names' ? (
        <SceneParameters key={`${miniProgramId} ${page}`} parameters={parameters} />
      ) : (
        <div>
          <TypedScene />
          <ReadNote parameters={parameters} scene={scene} />
        </div>
      )}
      <Button variant="secondary" size="sm" className="self-start" onClick={() => choose(other)}>
        {t(other === 'hand' ? 'toHand' : 'toNames')}
      </Button>
    </div>
  );
}

/** What the page makes of a scene that is typed. */
function ReadNote({ parameters, scene }: { parameters: DeclaredParameter[]; scene: string }) {
  const t = useTranslations('codes.generate.scene');
  const said = Object.entries(textsOf(parameters, scene)).map(([name, text]) => `${name} = ${text}`);
  if (scene === '') return null;
  return (
    <p className="mt-2 text-[0.8125rem] leading-5 text-muted-foreground">
      {said.length > 0 ? t('reads', { values: said.join(' · ') }) : t('readsNothing')}
    </p>
  );
}

function TypedScene() {
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
