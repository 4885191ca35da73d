import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button-variants';
import { ErrorPage } from './error-page';

const LISTS = { code: '/codes', batch: '/batches' } as const;

/** Inside the console. @param thing what the address names, where it is known: it is said, and the way leads to its list */
export function NotFoundPage({ thing }: { thing?: keyof typeof LISTS }) {
  const t = useTranslations('layout');
  const back = thing ? t(`notFound.things.${thing}.back`) : t('backHome');
  return (
    <ErrorPage
      code={t('notFound.code')}
      title={thing ? t(`notFound.things.${thing}.title`) : t('notFound.title')}
      text={thing ? t(`notFound.things.${thing}.text`) : t('notFound.text')}
      actions={
        <Link href={thing ? LISTS[thing] : '/'} className={buttonVariants()}>
          {back}
        </Link>
      }
    />
  );
}
