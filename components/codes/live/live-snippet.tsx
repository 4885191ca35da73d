import { useTranslations } from 'next-intl';
import { askedOf, type DeclaredPage } from '@/lib/apps/parameters/declaration';
import type { SnippetLanguage } from '@/lib/live/declared-snippet';
import { livePageSnippet, liveSnippet } from '@/lib/live/snippet';
import { SnippetFiles } from './snippet-files';

export type LiveSnippetProps = {
  origin: string;
  /** Of the Mini Program. */
  declared: readonly DeclaredPage[];
  /** The page that is shown how to call it; the first that takes parameters where none is named. */
  page?: string | undefined;
};

/** What the Mini Program needs once, for all of its codes. */
export function LiveSnippet({ origin, declared, page }: LiveSnippetProps) {
  const t = useTranslations('live.snippet');
  const known = declared.filter(({ parameters }) => askedOf(parameters).length > 0);
  const shown = known.find((one) => one.page === page) ?? (page === undefined ? known[0] : undefined);
  const textsIn = (language: SnippetLanguage) => ({
    file: liveSnippet(origin, { language, declared }),
    use: livePageSnippet({ language, page: shown?.page ?? '' }),
  });
  return (
    <>
      <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{t('text', { host: origin })}</p>
      {known.length > 0 && <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{t('parameters')}</p>}
      <SnippetFiles texts={{ js: textsIn('js'), ts: textsIn('ts') }} />
    </>
  );
}
