'use client';

import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { Disclosure } from '@/components/ui/disclosure';
import { sketchCode } from '@/lib/codes/picture/preview';
import type { GenerateFormValues } from './form-values';
import { Sketch } from './sketch';

export type PreviewProps = {
  values: GenerateFormValues;
  appName: string;
};

/** Drawn in the browser from what is in a form. On phones a small picture beside its facts. */
export function Preview({ values, appName }: PreviewProps) {
  const t = useTranslations('codes.generate.preview');
  return (
    <section
      aria-label={t('title')}
      className="overflow-hidden rounded-xl border border-border bg-surface shadow-xs max-lg:flex"
    >
      <Picture values={values} appName={appName} />
      <Facts values={values} />
    </section>
  );
}

function Picture({ values, appName }: PreviewProps) {
  const t = useTranslations('codes.generate.preview');
  const sketch = sketchCode(values);
  return (
    <div
      className={cn(
        'flex items-center justify-center border-border p-6 max-lg:w-28 max-lg:shrink-0 max-lg:border-e max-lg:p-3 lg:aspect-[6/5] lg:border-b',
        sketch.transparent ? 'checkerboard' : 'bg-muted/60 dark:bg-background',
      )}
    >
      <Sketch
        sketch={sketch}
        label={t('alt', { kind: sketch.kind, width: values.width ?? 0 })}
        initial={[...appName][0] ?? ''}
        className="max-h-full w-full rounded-xs lg:h-full lg:w-auto"
      />
    </div>
  );
}

function Facts({ values }: { values: GenerateFormValues }) {
  const t = useTranslations('codes.generate.preview');
  const { endpoint, autoColor, isHyaline, name } = values;
  const colored = endpoint !== 'createwxaqrcode';
  const notes = [
    t('label'),
    colored && autoColor && t('autoColor'),
    colored && isHyaline && t('transparent'),
  ];
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5 px-4 py-3 text-[0.8125rem] leading-5 lg:px-5 lg:py-4">
      {/* Its line is there from the start: the button below must not move while somebody types. */}
      <p className={cn('truncate text-sm font-medium', name === '' && 'text-muted-foreground')}>
        {name || t('unnamed')}
      </p>
      <p className="text-muted-foreground">{notes.filter((note) => note !== false).join(' · ')}</p>
      <Technical values={values} />
    </div>
  );
}

/** What only developers ask for. */
function Technical({ values }: { values: GenerateFormValues }) {
  const t = useTranslations('purposes.technical');
  const { endpoint, scene, page, path, width } = values;
  const unlimited = endpoint === 'getwxacodeunlimit';
  const lines = [
    [t('endpoint'), endpoint],
    [unlimited ? 'page' : 'path', unlimited ? page : path],
    ...(unlimited ? [['scene', scene]] : []),
    ['width', String(width ?? '')],
  ];
  return (
    <Disclosure summary={t('title')} className="mt-0.5 text-muted-foreground">
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 font-mono text-xs leading-5">
        {lines.map(([label, text]) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd className="wrap-anywhere text-foreground">{text || '—'}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
