import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/**
 * What is wrong with a form but belongs to no field: `errors.root` of react-hook-form. What signing in
 * lacks is done in another tab, which keeps what was typed here.
 */
export function FormError({
  error,
}: {
  error: { message?: string | undefined; type?: unknown } | undefined;
}) {
  const t = useTranslations('errors');
  if (!error) return null;
  const isOut = error.type === 'UNAUTHENTICATED';
  const lacksCode = error.type === 'SECOND_STEP_REQUIRED';
  return (
    <Alert tone="danger" role="alert">
      {error.message}
      {(isOut || lacksCode) && (
        <>
          {' '}
          <a
            href={isOut ? '/sign-in' : '/second-step'}
            target="_blank"
            className="font-medium underline underline-offset-2"
          >
            {t(isOut ? 'signInAside' : 'secondStepAside')}
          </a>
        </>
      )}
    </Alert>
  );
}
