'use client';

import { Download, FileText, Folder } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { toast } from '@/components/ui/overlay/toast';
import type { ExportOutline } from '@/lib/exports/export-types';
import { MANIFEST_FILES } from '@/lib/exports/names/unique-paths';
import { DownloadForm } from '../download-form';
import { useByteSize } from '../use-byte-size';
import { optionFields, samplePaths, type BuilderValues, type Problems } from './builder-values';

export type SampleCardProps = {
  values: BuilderValues;
  outline: ExportOutline;
  scopeFields: [string, string][];
  problems: Problems;
};

/** What will come, and the button for it. Stays in sight while the form is scrolled. */
export function SampleCard(props: SampleCardProps) {
  const t = useTranslations('exports.build');
  const { values, outline } = props;
  return (
    <Card className="lg:sticky lg:top-6">
      <CardHeader title={t('sample.title')} />
      <CardBody className="flex flex-col gap-5">
        {values.format === 'zip' ? (
          <SampleFiles values={values} outline={outline} />
        ) : (
          <p className="text-muted-foreground">{t('sample.table', { rows: outline.codes })}</p>
        )}
        <Summary values={values} outline={outline} />
        <Submit {...props} />
      </CardBody>
    </Card>
  );
}

function SampleFiles({ values, outline }: Pick<SampleCardProps, 'values' | 'outline'>) {
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

function Summary({ values, outline }: Pick<SampleCardProps, 'values' | 'outline'>) {
  const t = useTranslations('exports.build.summary');
  const size = useByteSize();
  const { pictures, codes, bytes } = outline;
  if (values.format !== 'zip') return <p className="font-medium">{t('rows', { count: codes })}</p>;
  return (
    <div>
      <p className="font-medium">
        {t('pictures', { count: pictures })}
        <span className="font-normal text-muted-foreground">
          {' · '}
          {values.picture === 'original' ? t('size', { size: size(bytes) }) : t('sizeLater')}
        </span>
      </p>
      {codes > pictures && (
        <p className="text-[0.8125rem] text-muted-foreground">{t('without', { count: codes - pictures })}</p>
      )}
    </div>
  );
}

function Submit({ values, outline, scopeFields, problems }: SampleCardProps) {
  const t = useTranslations('exports.build');
  const blocked = Boolean(problems.names ?? problems.width);
  const nothing = values.format === 'zip' && outline.pictures === 0;
  return (
    <DownloadForm
      method="post"
      action="/api/exports"
      fields={[...scopeFields, ...optionFields(values)]}
      onStarted={() => toast.info(t('submit.started'))}
      className="flex flex-col gap-3"
    >
      <Button type="submit" size="lg" disabled={blocked || nothing}>
        <Download aria-hidden />
        {t(`submit.${values.format}`)}
      </Button>
      <Link
        href="/exports"
        className="self-center rounded-sm text-[0.8125rem] text-accent-text underline-offset-4 focus-ring hover:underline"
      >
        {t('submit.history')}
      </Link>
    </DownloadForm>
  );
}
