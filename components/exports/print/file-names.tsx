'use client';

import { useTranslations } from 'next-intl';
import { templateOf } from '@/components/exports/build/name-parts';
import type { ExportOutline } from '@/lib/exports/export-types';
import { parseTemplate, renderName } from '@/lib/exports/names/name-template';
import { uniquePaths } from '@/lib/exports/names/unique-paths';
import type { PrintValues } from './print-values';

const NAMES_SHOWN = 3;
const EXTENSIONS = { pdf: 'pdf', png: 'png', jpeg: 'jpg', svg: 'svg' };

export type FileNamesProps = { values: PrintValues; outline: ExportOutline };

/** What the first files will be called. */
export function FileNames({ values, outline: { columns, samples } }: FileNamesProps) {
  const t = useTranslations('exports.build.sample');
  const { template } = parseTemplate(templateOf(values), columns);
  const pathOf = uniquePaths();
  const names = samples
    .slice(0, NAMES_SHOWN)
    .flatMap((sample) => (template ? [pathOf(renderName(template, sample, EXTENSIONS[values.type]))] : []));
  if (names.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="font-mono text-xs leading-5 text-muted-foreground">
      {names.map((name) => (
        <li key={name} className="wrap-anywhere">
          {name}
        </li>
      ))}
    </ul>
  );
}
