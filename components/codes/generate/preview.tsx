'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { sketchCode } from '@/lib/codes/picture/preview';
import type { GenerateFormValues } from './form-values';
import { sharpCentimetres } from '@/lib/wechat/rules/print-sizes';
import { Sketch } from './sketch';

export type PreviewProps = { values: GenerateFormValues; appName: string };

/** Drawn in the browser from what is in a form. On phones it folds away. */
export function Preview({ values, appName }: PreviewProps) {
  const t = useTranslations('codes.generate.preview');
  const [open, setOpen] = useState(true);
  const panelId = useId();
  return (
    <section
      aria-label={t('title')}
      className="overflow-hidden rounded-xl border border-border bg-surface shadow-xs"
    >
      <div className="flex items-center justify-between gap-3 px-5 py-3">
        <h2 className="text-[0.9375rem] font-semibold">{t('title')}</h2>
        <Badge tone="outline">{t('label')}</Badge>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={panelId}
          aria-label={open ? t('hide') : t('show')}
          onClick={() => setOpen(!open)}
          className="-me-2 flex size-10 items-center justify-center rounded-md focus-ring lg:hidden"
        >
          <ChevronDown aria-hidden className={cn('size-4 transition-transform', open && 'rotate-180')} />
        </button>
      </div>
      <div id={panelId} className={cn(!open && 'max-lg:hidden')}>
        <Picture values={values} appName={appName} />
        <Facts values={values} />
      </div>
    </section>
  );
}

function Picture({ values, appName }: PreviewProps) {
  const t = useTranslations('codes.generate.preview');
  const sketch = sketchCode(values);
  return (
    <div
      className={cn(
        'flex aspect-[5/4] items-center justify-center border-y border-border p-5',
        sketch.transparent ? 'checkerboard' : 'bg-muted/60 dark:bg-background',
      )}
    >
      <div className="transition-[height] duration-200" style={{ height: `${sketch.scale * 100}%` }}>
        <Sketch
          sketch={sketch}
          label={t('alt', { kind: sketch.kind, width: values.width ?? 0 })}
          initial={[...appName][0] ?? ''}
          className="h-full w-auto rounded-xs"
        />
      </div>
    </div>
  );
}

function Facts({ values }: { values: GenerateFormValues }) {
  const t = useTranslations('codes.generate.preview');
  const { endpoint, width, autoColor, isHyaline } = values;
  const colored = endpoint !== 'createwxaqrcode';
  return (
    <div className="flex flex-col gap-2 px-5 py-4 text-[0.8125rem] leading-5">
      <p className="flex flex-wrap gap-x-3 gap-y-1">
        <span className="font-medium tabular-nums">{t('size', { width: width ?? 0 })}</span>
        {colored && autoColor && <span>{t('autoColor')}</span>}
        {colored && isHyaline && <span>{t('transparent')}</span>}
      </p>
      <p className="text-muted-foreground">{t('print', { cm: sharpCentimetres(width ?? 0) })}</p>
      <Target values={values} />
    </div>
  );
}

function Target({ values }: { values: GenerateFormValues }) {
  const t = useTranslations('codes.generate.preview');
  const unlimited = values.endpoint === 'getwxacodeunlimit';
  const target = unlimited ? values.page : values.path;
  return (
    <div className="mt-1 border-t border-border pt-3">
      <p className="text-muted-foreground">{t('target')}</p>
      <p className="font-mono text-xs leading-5 wrap-anywhere">{target || (unlimited ? t('home') : '—')}</p>
      {/* There before it is typed, so that nothing below moves. */}
      {unlimited && <p className="font-mono text-xs leading-5 wrap-anywhere">scene={values.scene || '…'}</p>}
    </div>
  );
}
