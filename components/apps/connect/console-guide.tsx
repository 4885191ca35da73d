import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { CredentialPicture, MenuPicture, WhitelistPicture } from './console-pictures';

/** Where WeChat's console keeps what the form asks for, for somebody who has never seen it. */
export function ConsoleGuide() {
  const t = useTranslations('apps.connect.guide');
  const tCommon = useTranslations('common');
  const link = (chunks: ReactNode) => (
    <a
      href="https://mp.weixin.qq.com/"
      target="_blank"
      rel="noreferrer"
      className="rounded-sm text-accent-text underline underline-offset-4 focus-ring"
    >
      {chunks}
    </a>
  );
  return (
    <section aria-labelledby="console-guide" className="flex flex-col gap-4">
      <h2 id="console-guide" className="text-[0.9375rem] leading-6 font-semibold">
        {t('title')}
      </h2>
      <ol className="flex flex-col gap-6">
        <GuideStep number={1} text={t.rich('open', { link })}>
          <MenuPicture />
        </GuideStep>
        <GuideStep number={2} text={t('credential')}>
          <CredentialPicture />
        </GuideStep>
        <GuideStep number={3} text={t('whitelist')}>
          <WhitelistPicture address={null} />
        </GuideStep>
      </ol>
      <p className="text-[0.8125rem] leading-5 text-muted-foreground">{t('drawn')}</p>
      {/* Who connects it is often not who signs in there. */}
      <div>
        <CopyButton
          text={t('message')}
          label={t('forColleague')}
          copiedLabel={tCommon('copied')}
          showLabel
          variant="secondary"
        />
      </div>
    </section>
  );
}

function GuideStep({ number, text, children }: { number: number; text: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-subtle text-xs font-semibold text-accent-text"
      >
        {number}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2.5">
        <p className="text-[0.8125rem] leading-6 text-pretty">{text}</p>
        {children}
      </div>
    </li>
  );
}
