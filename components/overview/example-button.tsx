'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Button } from '@/components/ui/button';
import { outcomeOf } from '@/lib/actions/outcome';
import { makeExampleAction } from '@/lib/overview/actions';

/** Makes the example in the sandbox; the page then shows it. */
export function ExampleButton() {
  const t = useTranslations('overview.guide');
  const router = useRouter();
  const showError = useErrorToast();
  const make = useMutation({
    mutationFn: () => outcomeOf(makeExampleAction()),
    onSuccess: () => router.refresh(),
    onError: showError,
  });
  return (
    <Button pending={make.isPending} onClick={() => make.mutate()}>
      {t('exampleAction')}
    </Button>
  );
}
