import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { ErrorPage } from './error-page';

export function NotFoundPage() {
  const t = useTranslations('layout');
  return (
    <ErrorPage
      code={t('notFound.code')}
      title={t('notFound.title')}
      text={t('notFound.text')}
      actions={<Button render={<Link href="/" />}>{t('backHome')}</Button>}
    />
  );
}
