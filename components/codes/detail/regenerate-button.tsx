'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { Button, type ButtonProps } from '@/components/ui/button';
import { toast } from '@/components/ui/overlay/toast';
import { regenerateCodeAction } from '@/lib/codes/actions';

export type RegenerateButtonProps = {
  codeId: string;
  /** `refetch`: WeChat has made the code, only its picture is not here. */
  kind: 'regenerate' | 'refetch';
  variant?: ButtonProps['variant'];
};

/** The same parameters again, which cost nothing a second time. The page then shows how it went. */
export function RegenerateButton({ codeId, kind, variant = 'primary' }: RegenerateButtonProps) {
  const t = useTranslations('codes.detail');
  const reach = useReach();
  const router = useRouter();
  const [pending, start] = useTransition();

  const regenerate = () =>
    start(async () => {
      const { serverError } = await reach(regenerateCodeAction({ codeId }));
      if (serverError) toast.error(serverError.message);
      else toast.info(t('regenerated'));
      router.refresh();
    });

  return (
    <Button variant={variant} pending={pending} onClick={regenerate}>
      <RotateCw aria-hidden />
      {pending ? t('regenerating') : t(`actions.${kind}`)}
    </Button>
  );
}
