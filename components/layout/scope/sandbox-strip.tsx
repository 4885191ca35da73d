import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';

/** One thin line while everything in the scope is of sandboxes, in place of a badge on each code. */
export function SandboxStrip({ canConnect }: { canConnect: boolean }) {
  const t = useTranslations('layout');
  return (
    <section
      aria-label={t('apps.sandbox')}
      className="flex min-h-7 items-center justify-center gap-x-1.5 bg-info-subtle px-4 text-xs text-info-text"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      {t('sandbox.text')}
      {canConnect && (
        <>
          <span aria-hidden>·</span>
          {/* Pressed below the line too, not above it, where the bar of the window is. */}
          <Link
            href="/settings/apps/connect"
            className="rounded-xs font-medium underline underline-offset-4 focus-ring max-md:relative max-md:after:absolute max-md:after:inset-x-0 max-md:after:-top-1.5 max-md:after:h-13"
          >
            {t('sandbox.connect')}
          </Link>
        </>
      )}
    </section>
  );
}
