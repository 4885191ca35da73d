'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { BulkTarget } from '@/components/codes/bulk/target';
import { Button } from '@/components/ui/button';
import { useErrorToast } from '@/components/data/use-error-toast';
import { Tooltip } from '@/components/ui/tooltip';
import { outcomeOf } from '@/lib/actions/outcome';
import { filterParams } from '@/lib/codes/filters';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import { keepSelectionAction } from '@/lib/exports/actions';

/** Of all that match the filters go along; a thousand ids are too long for an address, and are kept on the server. */
async function addressOf({ scope }: BulkTarget): Promise<`/exports/new?${string}`> {
  if ('filters' in scope) return `/exports/new?${filterParams(scope.filters).toString()}`;
  const selection = await outcomeOf(keepSelectionAction({ codeIds: scope.codeIds }));
  return `/exports/new?selection=${selection ?? ''}`;
}

/** Takes the selected codes to the export page. */
export function ExportButton({ target }: { target: BulkTarget }) {
  const t = useTranslations('codes.gallery.export');
  const router = useRouter();
  const showError = useErrorToast();
  const keep = useMutation({
    mutationFn: () => addressOf(target),
    onSuccess: (address) => router.push(address),
    onError: showError,
  });
  const tooMany = !target.isMatching && target.count > SELECTION_MAX_CODES;
  return (
    <Tooltip content={tooMany ? t('tooMany', { max: SELECTION_MAX_CODES }) : t('action')}>
      <Button
        variant="secondary"
        size="sm"
        aria-label={t('action')}
        className="max-[88rem]:px-2"
        pending={keep.isPending}
        aria-disabled={tooMany}
        onClick={tooMany ? undefined : () => keep.mutate()}
      >
        <Download aria-hidden />
        <span className="max-[88rem]:hidden">{t('action')}</span>
      </Button>
    </Tooltip>
  );
}
