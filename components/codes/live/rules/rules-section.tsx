import { useTranslations } from 'next-intl';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { TargetRows } from '@/components/codes/live/target-rows';
import type { LiveRule } from '@/lib/live/rules';
import { RuleWhen } from './rule-when';

/** What some get instead of the target, in the order that is tried. */
export function RulesSection({ rules }: { rules: readonly LiveRule[] }) {
  const t = useTranslations('live.rules');
  if (rules.length === 0) return null;
  return (
    <section className="mt-4 border-t border-border pt-3">
      <h3 className="text-[0.8125rem] font-medium">{t('title')}</h3>
      <RuleList rules={rules} />
    </section>
  );
}

export function RuleList({ rules }: { rules: readonly LiveRule[] }) {
  if (rules.length === 0) return null;
  return (
    <ol className="divide-y divide-border">
      {rules.map((rule, at) => (
        <li key={at} className="py-3">
          <p className="text-[0.8125rem] tabular-nums">
            {at + 1}. <RuleWhen rule={rule} />
          </p>
          <DescriptionList>
            {rule.isPaused ? <MessageRow message={rule.message} /> : <TargetRows target={rule} />}
          </DescriptionList>
        </li>
      ))}
    </ol>
  );
}

function MessageRow({ message }: { message: string }) {
  const t = useTranslations('live');
  return <DescriptionRow label={t('pauseDialog.message')}>{message || t('fields.noMessage')}</DescriptionRow>;
}
