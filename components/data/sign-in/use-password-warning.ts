'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { PasswordIssue, PasswordOwner } from '@/lib/users/password-strength';

const JUDGED_FROM_CHARS = 4;
const PAUSE_MS = 300;

/**
 * What speaks against a new password, while it is typed. The lists that judge it are fetched with the first letters; the
 * server judges again.
 */
export function usePasswordWarning(
  password: string,
  { name, email, oldPassword }: PasswordOwner,
): string | undefined {
  const t = useTranslations('errors.issues');
  const [judged, setJudged] = useState<{ password: string; issue: PasswordIssue | null }>();
  useEffect(() => {
    if (password.length < JUDGED_FROM_CHARS) return;
    let stale = false;
    const timer = setTimeout(() => {
      // Without the lists there is no hint; what the server says comes when it is sent.
      void import('@/lib/users/password-strength')
        .then(({ passwordIssue }) => passwordIssue(password, { name, email, oldPassword }))
        .then((issue) => stale || setJudged({ password, issue }))
        .catch(() => undefined);
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [password, name, email, oldPassword]);
  if (judged?.password !== password || !judged.issue) return undefined;
  return t(judged.issue);
}
