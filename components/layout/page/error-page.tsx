import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CodeMotif } from './code-motif';

export type ErrorPageProps = {
  /** “404”, small above the title. */
  code?: string | undefined;
  title: ReactNode;
  text: ReactNode;
  actions?: ReactNode;
  /** Below the actions. */
  children?: ReactNode;
};

/** Not found, no permission, fault. Works inside the console and alone on the page. */
export function ErrorPage({ code, title, text, actions, children }: ErrorPageProps) {
  const t = useTranslations('layout.brand');
  return (
    <div
      data-slot="error-page"
      className="relative flex min-h-[70dvh] flex-col items-center justify-center px-6 text-center"
    >
      <div className="relative mb-5 flex size-52 items-center justify-center">
        <CodeMotif className="absolute inset-0 text-accent opacity-80" />
        {code && <span className="relative text-sm font-semibold">{code}</span>}
        {!code && <span className="sr-only">{t('name')}</span>}
      </div>
      <h1 className="text-xl leading-8 font-semibold">{title}</h1>
      <p className="mt-1.5 max-w-md text-pretty text-muted-foreground">{text}</p>
      {actions && <div className="mt-7 flex flex-wrap items-center justify-center gap-2">{actions}</div>}
      {children}
    </div>
  );
}
