import { useTranslations } from 'next-intl';
import { CodeBlock } from '@/components/ui/code-block';
import { LIVE_PAGE_SNIPPET, liveSnippet } from '@/lib/live/snippet';

/** What the Mini Program needs once, for all of its live codes. */
export function LiveSnippet({ origin }: { origin: string }) {
  const t = useTranslations('live.snippet');
  const detail = useTranslations('codes.detail');
  const copy = (field: string) => ({ copyLabel: detail('copy', { field }), copiedLabel: detail('copied') });
  return (
    <section className="mt-6">
      <h3 className="text-[0.8125rem] font-medium">{t('title')}</h3>
      <p className="mt-0.5 text-[0.8125rem] text-muted-foreground">{t('text', { host: origin })}</p>
      <CodeBlock
        caption={t('file')}
        code={liveSnippet(origin)}
        aria-label={t('label')}
        className="mt-2"
        {...copy(t('label'))}
      />
      <CodeBlock
        caption={t('use')}
        code={LIVE_PAGE_SNIPPET}
        aria-label={t('useLabel')}
        className="mt-3"
        {...copy(t('useLabel'))}
      />
    </section>
  );
}
