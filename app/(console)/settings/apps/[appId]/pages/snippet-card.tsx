import { useTranslations } from 'next-intl';
import { LiveSnippet, type LiveSnippetProps } from '@/components/codes/live/live-snippet';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';

/** What developers put into the Mini Program, by what its pages take. */
export function SnippetCard(props: LiveSnippetProps) {
  const t = useTranslations('live.snippet');
  return (
    <Card className="px-5 py-4 sm:px-6">
      <Disclosure summary={<h2 className="text-[0.9375rem] leading-6 font-semibold">{t('title')}</h2>}>
        <LiveSnippet {...props} />
      </Disclosure>
    </Card>
  );
}
