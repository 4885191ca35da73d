'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { RulesPreview } from '@/components/codes/live/rules/rules-preview';
import { outcomeOf } from '@/lib/actions/outcome';
import { sampleTargetsAction } from '@/lib/bulk/actions';
import type { BulkScope } from '@/lib/bulk/kinds';
import type { TargetSample } from '@/lib/bulk/sample';
import {
  changesNothing,
  isSameTarget,
  isTooLong,
  retargeted,
  type Retarget,
  type TargetState,
} from '@/lib/live/retarget';

/** How many of the codes are live, and what the first of them lead to when the change begins. */
export function useTargetSample(scope: BulkScope, startsAt: string) {
  return useQuery({
    queryKey: ['bulks', 'targets', scope, startsAt],
    queryFn: () => outcomeOf(sampleTargetsAction({ scope, startsAt })),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
}

export type RetargetSampleProps = {
  sample: TargetSample;
  /** Codes that were chosen, live or not. */
  count: number;
  values: Retarget;
};

/** The first live codes as they are and as they would become. */
export function RetargetSample({ sample, count, values }: RetargetSampleProps) {
  const t = useTranslations('live.many');
  const { live, first } = sample;
  const [rest, passed] = [live - first.length, count - live];
  return (
    <>
      <section
        aria-label={t('sample')}
        className="rounded-lg bg-muted px-3.5 py-2.5 text-[0.8125rem] leading-6"
      >
        {live > 0 && <h3 className="text-xs text-muted-foreground">{t('sample')}</h3>}
        <ul className="divide-y divide-border">
          {first.map(({ name, target }) => (
            <li key={target.id} className="py-1.5">
              <p className="truncate font-medium">{name}</p>
              <div className="flex items-start gap-2">
                <Shown target={target} isMuted />
                <ArrowRight aria-hidden className="mt-1 size-3.5 shrink-0 text-muted-foreground" />
                <Becomes now={target} values={values} />
              </div>
            </li>
          ))}
        </ul>
        {rest > 0 && <p className="text-xs text-muted-foreground">{t('rest', { count: rest })}</p>}
        {live === 0 && <p>{t('none')}</p>}
        {live > 0 && passed > 0 && (
          <p className="text-xs text-muted-foreground">{t('passed', { count: passed })}</p>
        )}
      </section>
      <RulesOfFirst {...{ sample, values }} />
    </>
  );
}

/** What people get by the rules of the first code, at a time that is chosen. */
function RulesOfFirst({ sample: { first, at }, values }: Omit<RetargetSampleProps, 'count'>) {
  const [one] = first;
  if (!one || values.rules === null || values.rules.length === 0) return null;
  const next = retargeted(one.target, values);
  return <RulesPreview key={at} target={next} rules={next.rules} serverNow={at} name={one.name} />;
}

function Becomes({ now, values }: { now: TargetState; values: Retarget }) {
  const t = useTranslations('live.many');
  const next = retargeted(now, values);
  if (isTooLong(next))
    return <p className="min-w-0 flex-1 text-xs leading-5 text-warning-text">{t('tooLong')}</p>;
  if (changesNothing(values) || isSameTarget(now, next))
    return <p className="min-w-0 flex-1 text-xs leading-5 text-muted-foreground">{t('same')}</p>;
  return <Shown target={next} />;
}

/** What a scan gets; of much of it the beginning. */
function Shown({ target, isMuted }: { target: TargetState; isMuted?: boolean }) {
  const fields = useTranslations('live.fields');
  const states = useTranslations('live.state');
  const t = useTranslations('live.many');
  const { page, parameters, isPaused, message, rules } = target;
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return (
    <div className={cn('min-w-0 flex-1', isMuted && 'text-muted-foreground')}>
      {isPaused && (
        <p className="text-xs leading-5">
          <Badge tone="warning">{states('paused')}</Badge> {message}
        </p>
      )}
      <p
        className={cn(
          'line-clamp-6 text-xs leading-5 wrap-anywhere whitespace-pre-line',
          isPaused && 'text-muted-foreground',
        )}
      >
        {[page === '' ? fields('pageStay') : page, ...pairs].join('\n')}
      </p>
      {rules.length > 0 && (
        <p className="text-xs leading-5 text-muted-foreground">{t('ruleCount', { count: rules.length })}</p>
      )}
    </div>
  );
}
