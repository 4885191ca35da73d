import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** One thin line while everything in the scope is of sandboxes, in place of a badge on each code. */
export function SandboxStrip({ canConnect }: { canConnect: boolean }) {
  const t = useTranslations('layout');
  return (
    <section
      aria-label={t('apps.sandbox')}
      className="flex min-h-7 items-center justify-center gap-x-1.5 bg-info-subtle px-4 text-xs text-info-text max-md:min-h-11"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      {t('sandbox.text')}
      {canConnect && (
        <>
          <span aria-hidden>·</span>
          <Link
            href="/settings/apps/connect"
            // On every page, and followed once.
            prefetch={false}
            className="rounded-xs font-medium underline underline-offset-4 focus-ring max-md:flex max-md:h-11 max-md:items-center"
          >
            {t('sandbox.connect')}
          </Link>
        </>
      )}
    </section>
  );
}
