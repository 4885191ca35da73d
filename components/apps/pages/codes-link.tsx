import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { PageCodes } from '@/lib/apps/pages/page-codes';
import { filterParams } from '@/lib/codes/find/filters';

/** How many codes name a page, and the way to them. */
export function CodesLink({ codes: { count, capped, estimated }, filters }: PageCodes) {
  const t = useTranslations('appPages.lost');
  const key = capped ? 'over' : estimated ? 'about' : 'count';
  return (
    <Link
      href={`/codes?${filterParams(filters)}`}
      prefetch={false}
      className="thumb-reach rounded-sm text-[0.8125rem] text-accent-text underline-offset-4 focus-ring hover:underline"
    >
      {t(key, { count })}
    </Link>
  );
}
