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
  return (
    <Alert tone="danger" role="alert">
      {error.message}
      {error.type === 'UNAUTHENTICATED' && <Aside href="/sign-in">{t('signInAside')}</Aside>}
      {error.type === 'SECOND_STEP_REQUIRED' && <Aside href="/second-step">{t('secondStepAside')}</Aside>}
    </Alert>
  );
}

function Aside({ href, children }: { href: '/sign-in' | '/second-step'; children: string }) {
  return (
    <>
      {' '}
      <a href={href} target="_blank" className="font-medium underline underline-offset-2">
        {children}
      </a>
    </>
  );
}
