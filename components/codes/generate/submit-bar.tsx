'use client';

import { useTranslations } from 'next-intl';
import { ShortcutKeys } from '@/components/layout/shortcut-keys';
import { ariaKeys } from '@/components/layout/shortcuts';
import { Button } from '@/components/ui/button';
import { AttemptError } from './error-summary';

/** The button and why it did not work. On phones always in reach of the thumb, above the navigation. */
export function SubmitBar({ pending }: { pending: boolean }) {
  const t = useTranslations('codes.generate');
  return (
    <div
      data-slot="submit-bar"
      className="flex flex-col gap-3 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-[calc(4rem+env(safe-area-inset-bottom,0px))] max-lg:z-20 max-lg:border-t max-lg:border-border max-lg:bg-surface/95 max-lg:px-4 max-lg:py-2.5 max-lg:backdrop-blur-md"
    >
      <AttemptError />
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
