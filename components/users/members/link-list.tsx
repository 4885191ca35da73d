'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { CopyButton } from '@/components/ui/copy-button';
import { Input } from '@/components/ui/form/input';
import type { Sent } from '@/lib/users/letters';

/** `sent` is what became of the letter with it, if one was sent. */
export type NamedLink = { email: string; link: string; sent?: Sent };

/** Links that are shown only now: each to be copied by itself, or all with their addresses. */
export function LinkList({ links }: { links: readonly NamedLink[] }) {
  const t = useTranslations('members.invite');
  const all = links.map(({ email, link }) => `${email}\t${link}`).join('\n');
  return (
    <div className="flex flex-col gap-3">
      <OnlyHere says="onlyHere" />
      <ul className="flex max-h-80 flex-col gap-3 overflow-y-auto">
        {links.map(({ email, link, sent }) => (
          <li key={email} className="flex flex-col gap-1">
            <span className="flex items-center gap-2 text-[0.8125rem] leading-5 wrap-anywhere text-muted-foreground">
              {email}
              {sent === 'failed' && <Badge tone="danger">{t('sendFailed')}</Badge>}
            </span>
            <span className="flex items-center gap-2">
              <Input
                readOnly
                value={link}
                aria-label={email}
                className="font-mono text-xs"
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
              <CopyButton
                text={link}
                label={t('copy')}
                aria-label={t('copyOf', { email })}
                copiedLabel={t('copied')}
                variant="secondary"
                size="md"
                showLabel
              />
            </span>
          </li>
        ))}
      </ul>
      {links.length > 1 && (
        <div>
          <CopyButton
            text={all}
            label={t('copyAll')}
            copiedLabel={t('copied')}
            variant="secondary"
            showLabel
          />
        </div>
      )}
    </div>
  );
}

/** Whoever opens Suncode on the machine that it runs on makes links that lead nowhere from others: said before and after. */
export function OnlyHere({ says }: { says: 'onlyHereSoon' | 'onlyHere' }) {
  const t = useTranslations('members.invite');
  const isOnlyHere = /^(localhost|127\.|\[::1\]$)/.test(window.location.hostname);
  return isOnlyHere && <Alert tone="warning">{t(says)}</Alert>;
}

/** The address of a page that a one-time link opens, at the address that the administrator uses. */
export function linkTo(page: 'join' | 'reset', token: string): string {
  return `${window.location.origin}/${page}?token=${token}`;
}
