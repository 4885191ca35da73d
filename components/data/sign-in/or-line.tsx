import { useTranslations } from 'next-intl';

/** Between two ways to the same end. */
export function OrLine() {
  const t = useTranslations('auth.passkey');
  return (
    <p className="flex items-center gap-3 text-[0.8125rem] text-muted-foreground before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
      {t('or')}
    </p>
  );
}
