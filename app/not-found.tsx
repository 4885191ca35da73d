import { useTranslations } from 'next-intl';
import { ErrorPage } from '@/components/layout/page/error-page';
import { buttonVariants } from '@/components/ui/button-variants';

/** Outside of the console, of an address that leads nowhere. Every page carries it: a plain link, without the router's. */
export default function NotFound() {
  const t = useTranslations('layout');
  return (
    <main id="main">
      <ErrorPage
        code={t('notFound.code')}
        title={t('notFound.title')}
        text={t('notFound.text')}
        actions={
          // oxlint-disable-next-line nextjs/no-html-link-for-pages -- every page carries it, so it goes without the router
          <a href="/" className={buttonVariants()}>
            {t('backHome')}
          </a>
        }
      />
    </main>
  );
}
