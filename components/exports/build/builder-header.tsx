import { Download, Printer } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page/page-header';
import { Button } from '@/components/ui/button';
import { localPath } from '@/lib/auth/local-path';
import { filterParams } from '@/lib/codes/find/filters';
import type { ExportOutline, ScopeSummary } from '@/lib/exports/export-types';
import { useOutlineText } from '../use-scope-text';

/** Where the codes can be seen: usually where the export was asked for. */
function originOf(scope: ScopeSummary | undefined): Route {
  if (scope?.kind === 'batch') return localPath(`/batches/${scope.batchId}`);
  return scope?.kind === 'filter' ? `/codes?${filterParams(scope.filters).toString()}` : '/codes';
}

export type BuilderHeaderProps = {
  /** Which codes it is about, in words; null when there are none. */
  outline: ExportOutline | null;
  /** What in the address says which codes. */
  scopeFields: [string, string][];
  isPrint?: boolean | undefined;
};

/** Whoever took the wrong one of two doors gets to the other one with the same codes. */
function OtherDoor({ scopeFields, isPrint }: Omit<BuilderHeaderProps, 'outline'>) {
  const t = useTranslations('exports.build');
  const Icon = isPrint ? Download : Printer;
  const pathname = isPrint ? '/exports/new' : '/print/new';
  return (
    <Button
      variant="ghost"
      size="sm"
      className="-ms-2.5"
      render={<Link href={`${pathname}?${new URLSearchParams(scopeFields)}`} prefetch={false} />}
    >
      <Icon aria-hidden />
      {t(isPrint ? 'toExport' : 'toPrint')}
    </Button>
  );
}

export function BuilderHeader({ outline, scopeFields, isPrint }: BuilderHeaderProps) {
  const t = useTranslations('exports.build');
  const printTitle = useTranslations('exports.print')('title');
  const textOf = useOutlineText();
  const scope = outline?.scope;
  return (
    <PageHeader
      back={{ href: originOf(scope), label: t(scope?.kind === 'batch' ? 'backBatch' : 'backCodes') }}
      title={isPrint ? printTitle : t('title')}
      description={outline && textOf(outline)}
      actions={outline && <OtherDoor scopeFields={scopeFields} isPrint={isPrint} />}
    />
  );
}
