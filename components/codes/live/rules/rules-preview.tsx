'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { outcomesAt, type LiveRule, type Outcome } from '@/lib/live/rules';

export type RulesPreviewProps = {
  target: Outcome;
  rules: LiveRule[];
  serverNow: string;
  /** Of which code it is, where there are several. */
  name?: string;
};

/** What people get at a time that is chosen, by the rules as they are typed; at first now, by the server's clock. */
export function RulesPreview({ target, rules, serverNow, name }: RulesPreviewProps) {
  const t = useTranslations('live.rules');
  const [at, setAt] = useState(serverNow.replace(' ', 'T'));
  const outcomes = at === '' ? [] : outcomesAt({ ...target, rules }, at.replace('T', ' '));
  return (
    <section aria-label={t('preview')} className="rounded-lg bg-muted px-3.5 py-3">
      {name !== undefined && <p className="mb-2 truncate text-[0.8125rem] font-medium">{name}</p>}
      <Field label={t('previewAt')}>
        <Input type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
      </Field>
      <ul className="mt-2 divide-y divide-border text-[0.8125rem]" aria-live="polite">
        {outcomes.map(({ share, outcome }, index) => (
          <li key={index} className="flex gap-3 py-1.5">
            <span className="w-16 shrink-0 text-muted-foreground tabular-nums">
              {share === 100 ? t('everybody') : t('part', { share })}
            </span>
            <Shown outcome={outcome} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Shown({ outcome: { isPaused, message, page, parameters } }: { outcome: Outcome }) {
  const t = useTranslations('live.fields');
  if (isPaused) return <span className="min-w-0">{message || t('noMessage')}</span>;
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return (
    <span className="flex min-w-0 flex-col break-all">
      <span className={page ? 'font-mono' : ''}>{page || t('pageStay')}</span>
      <span className="font-mono text-muted-foreground">{pairs.join(' ')}</span>
    </span>
  );
}
