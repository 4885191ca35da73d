'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';

export function SubmitButton({ pending }: { pending: boolean }) {
  const t = useTranslations('codes.generate');
  return (
    <div>
      <Button
        type="submit"
        size="lg"
        pending={pending}
        className="w-full"
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {pending ? t('pending') : t('submit')}
        {!pending && (
          <span aria-hidden className="ms-1 flex gap-1 max-lg:hidden">
            <Kbd>Ctrl</Kbd>
            <Kbd>↵</Kbd>
          </span>
        )}
      </Button>
      <p role="status" className="sr-only">
        {pending && t('pending')}
      </p>
    </div>
  );
}
