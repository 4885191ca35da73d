'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Download, RotateCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { useListAction } from '@/components/data/actions/use-list-action';
import { Button, type ButtonProps } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { retryExportAction } from '@/lib/exports/actions';
import type { ExportItem } from '@/lib/exports/export-types';
import { exportFileUrl, exportKeys } from '@/lib/exports/query-options';
import { DownloadForm } from '@/components/data/download-form';

export type JobActionProps = {
  item: ExportItem;
  title: string;
  variant?: ButtonProps['variant'];
  /** Leaves out the word where there is no room for it. */
  compact?: boolean | undefined;
  formRef?: Ref<HTMLFormElement> | undefined;
};

/** The next thing to do with an export: take its file, or have it made once more. Nothing while it is being made. */
export function JobAction({ item, title, variant = 'secondary', compact, formRef }: JobActionProps) {
  const t = useTranslations('exports.item');
  const client = useQueryClient();
  if (item.state === 'running') return null;
  if (item.state === 'failed') return <RetryButton item={item} title={title} />;
  // What was lost may have been brought back: it can be tried.
  const isLost = item.state === 'lost';
  const refresh = () => void client.invalidateQueries({ queryKey: exportKeys.lists });
  return (
    <DownloadForm ref={formRef} action={exportFileUrl(item.id)} onRefused={refresh}>
      <Button
        type="submit"
        variant={isLost ? 'ghost' : variant}
        size="sm"
        aria-label={t(isLost ? 'tryLabel' : 'downloadLabel', { title })}
      >
        <Download aria-hidden />
        <span className={cn(compact && 'max-md:hidden')}>{t(isLost ? 'retry' : 'download')}</span>
      </Button>
    </DownloadForm>
  );
}

function RetryButton({ item: { id }, title }: Pick<JobActionProps, 'item' | 'title'>) {
  const t = useTranslations('exports.item');
  const retry = useListAction({
    run: () => retryExportAction({ exportId: id }),
    lists: [exportKeys.lists, exportKeys.one(id)],
  });
  return (
    <Button
      variant="secondary"
      size="sm"
      aria-label={t('retryLabel', { title })}
      pending={retry.isPending}
      onClick={() => retry.mutate(undefined)}
    >
      <RotateCw aria-hidden />
      {t('retry')}
    </Button>
  );
}
