'use client';

import { useTranslations } from 'next-intl';
import { lazy } from 'react';
import { useFormState } from 'react-hook-form';
import { ShortcutKeys } from '@/components/layout/keys/shortcut-keys';
import { ariaKeys } from '@/components/layout/keys/shortcuts';
import { thumbBar } from '@/components/layout/thumb-bar';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { OnceWanted } from '@/components/ui/overlay/once-wanted';

const FormError = lazy(() =>
  import('@/components/ui/form/form-error').then((room) => ({ default: room.FormError })),
);

/** The button and why it did not work. On phones always in reach of the thumb, above the navigation. */
export function SubmitBar({ pending }: { pending: boolean }) {
  const t = useTranslations('codes.generate');
  const { root } = useFormState().errors;
  return (
    <div data-slot="submit-bar" className={cn('flex flex-col gap-3', thumbBar)}>
      <OnceWanted when={root !== undefined}>
        <FormError error={root} />
      </OnceWanted>
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
