'use client';

import { useTranslations } from 'next-intl';
import { toast } from '@/components/ui/overlay/toast';
import { ActionRefusal } from '@/lib/actions/outcome';

/** Says why an action failed: what the server refused in its words, else that it could not be reached. */
export function useErrorToast() {
  const t = useTranslations('common.error');
  return (error: unknown) => void toast.error(error instanceof ActionRefusal ? error.message : t('network'));
}
