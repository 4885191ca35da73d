import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/layout/page/page-header';
import { localPath } from '@/lib/auth/local-path';
import { filterParams } from '@/lib/codes/find/filters';
import type { ExportOutline, ScopeSummary } from '@/lib/exports/export-types';
import { useOutlineText } from '../use-scope-text';

/** Where the codes can be seen: usually where the export was asked for. */
function originOf(scope: ScopeSummary | undefined): Route {
  if (scope?.kind === 'batch') return localPath(`/batches/${scope.batchId}`);
  return scope?.kind === 'filter' ? `/codes?${filterParams(scope.filters).toString()}` : '/codes';
}

/** Which codes it is about, in words; null when there are none. */
export type BuilderHeaderProps = { outline: ExportOutline | null; isPrint?: boolean };

export function BuilderHeader({ outline, isPrint }: BuilderHeaderProps) {
  const t = useTranslations('exports.build');
  const printTitle = useTranslations('exports.print')('title');
  const textOf = useOutlineText();
  const scope = outline?.scope;
  return (
    <PageHeader
      back={{ href: originOf(scope), label: t(scope?.kind === 'batch' ? 'backBatch' : 'backCodes') }}
      title={isPrint ? printTitle : t('title')}
      description={outline && textOf(outline)}
    />
  );
}
