'use client';

import { FileText, Folder } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { MANIFEST_FILES } from '@/lib/exports/names/unique-paths';
import { samplePaths } from './builder-values';
import { Submit, type SubmitProps } from './submit';

/** What will come, and the button for it. Stays in sight while the form is scrolled. */
export function SampleCard(props: SubmitProps) {
  const t = useTranslations('exports.build');
  const { values, outline } = props;
  return (
    <Card className="lg:sticky lg:top-6">
      <CardHeader title={t('sample.title')} />
      <CardBody className="flex flex-col gap-5">
        {values.format === 'zip' ? (
          <SampleFiles values={values} outline={outline} />
        ) : (
          <p className="text-muted-foreground">
            {t(values.format === 'pictureTable' ? 'sample.pictureTable' : 'sample.table', {
              rows: values.format === 'pictureTable' ? outline.pictures : outline.codes,
            })}
          </p>
        )}
        <Submit {...props} />
      </CardBody>
    </Card>
  );
}

function SampleFiles({ values, outline }: Pick<SubmitProps, 'values' | 'outline'>) {
  const t = useTranslations('exports.build.sample');
  const paths = samplePaths(values, outline);
  // While a name is being typed the last good ones stay.
  const [shown, setShown] = useState(paths);
  if (paths.length > 0 && paths.join('\n') !== shown.join('\n')) setShown(paths);
  const more = outline.pictures - shown.length;
  return (
    <div className="flex flex-col gap-3">
      <ul
        aria-label={t('label')}
        className="flex flex-col gap-1.5 overflow-hidden rounded-lg border border-border bg-background/60 px-3 py-2.5 font-mono text-xs leading-5"
      >
        {shown.map((path) => (
          <SamplePath key={path} path={path} />
        ))}
        {more > 0 && <li className="ps-5 font-sans text-muted-foreground">{t('more', { count: more })}</li>}
        {MANIFEST_FILES.map((file) => (
          <li key={file} className="flex gap-1.5 text-muted-foreground" title={t('manifest')}>
            <FileText aria-hidden className="mt-1 size-3.5 shrink-0" />
            {file}
          </li>
        ))}
      </ul>
      <p className="text-xs leading-5 text-muted-foreground">{t('changed')}</p>
    </div>
  );
}

function SamplePath({ path }: { path: string }) {
  const at = path.lastIndexOf('/') + 1;
  const Icon = at > 0 ? Folder : FileText;
  return (
    <li className="flex gap-1.5">
      <Icon aria-hidden className="mt-1 size-3.5 shrink-0 text-muted-foreground" />
      <span className="min-w-0 wrap-anywhere">
        <span className="text-muted-foreground">{path.slice(0, at)}</span>
        {path.slice(at)}
      </span>
    </li>
  );
}
