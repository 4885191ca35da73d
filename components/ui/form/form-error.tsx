import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/**
 * What is wrong with a form but belongs to no field: `errors.root` of react-hook-form. When the session has ended, signing in
 * in another tab keeps what was typed here.
 */
export function FormError({
  error,
}: {
  error: { message?: string | undefined; type?: unknown } | undefined;
}) {
  const t = useTranslations('errors');
  if (!error) return null;
  return (
    <Alert tone="danger" role="alert">
      {error.message}
      {error.type === 'UNAUTHENTICATED' && (
        <>
          {' '}
          <a href="/sign-in" target="_blank" className="font-medium underline underline-offset-2">
            {t('signInAside')}
          </a>
        </>
      )}
    </Alert>
  );
}
