'use client';

import { useTranslations } from 'next-intl';
import { ShortcutKeys } from '@/components/layout/shortcut-keys';
import { ariaKeys } from '@/components/layout/shortcuts';
import { Button } from '@/components/ui/button';

export function SubmitButton({ pending }: { pending: boolean }) {
  const t = useTranslations('codes.generate');
  return (
    <div>
      <Button
        type="submit"
        size="lg"
        pending={pending}
        className="w-full"
        aria-keyshortcuts={ariaKeys('submit')}
      >
        {pending ? t('pending') : t('submit')}
        {!pending && <ShortcutKeys id="submit" className="ms-1 max-lg:hidden" />}
      </Button>
      <p role="status" className="sr-only">
        {pending && t('pending')}
      </p>
    </div>
  );
}
