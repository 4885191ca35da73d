import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { outcomeOf } from '@/lib/actions/outcome';
import { createDesignAction } from '@/lib/print/designs/actions';

/**
 * Makes a design of the team from another one, and opens it.
 * @param query what in the address says which codes are to be printed with it
 */
export function useCreateDesign(query: string) {
  const router = useRouter();
  const locale = useLocale();
  const showError = useErrorToast();
  return useMutation({
    mutationFn: (from: { from: string; name: string }) => outcomeOf(createDesignAction({ ...from, locale })),
    onSuccess: (id) => router.push(`/print/designs/${id ?? ''}${query && `?${query}`}`),
    onError: showError,
  });
}
