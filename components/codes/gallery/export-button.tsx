'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { SELECTION_MAX_CODES } from '@/lib/codes/limits';
import type { CodeItem } from '@/lib/codes/query-options';
import { keepSelectionAction } from '@/lib/exports/actions';
import { outcomeOf } from '@/lib/actions/outcome';

/** Takes the ticked codes to the export page: kept on the server, since a thousand ids are too long for an address. */
export function ExportButton({ items }: { items: CodeItem[] }) {
  const t = useTranslations('codes.gallery.export');
  const router = useRouter();
  const codeIds = items.map(({ id }) => id);
  const keep = useMutation({
    mutationFn: () => outcomeOf(keepSelectionAction({ codeIds })),
    onSuccess: (selection) => router.push(`/exports/new?selection=${selection ?? ''}`),
    onError: (error) => toast.error(error.message),
  });
  const tooMany = codeIds.length > SELECTION_MAX_CODES;
  return (
    <Button
      variant="secondary"
      size="sm"
      pending={keep.isPending}
      disabled={tooMany}
      title={tooMany ? t('tooMany', { max: SELECTION_MAX_CODES }) : undefined}
      onClick={() => keep.mutate()}
    >
      <Download aria-hidden />
      {t('action')}
    </Button>
  );
}
