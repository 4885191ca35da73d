import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { PublicShell } from '@/components/layout/page/public-shell';
import { Button } from '@/components/ui/button';

/** A one-time link that was used, has run out, or was taken back. Which of them it does not tell. */
export function LinkGone() {
  const t = useTranslations('members.gone');
  return (
    <PublicShell title={t('title')} description={t('text')}>
      <Button variant="secondary" className="w-full" render={<Link href="/sign-in" />}>
        {t('signIn')}
      </Button>
    </PublicShell>
  );
}
