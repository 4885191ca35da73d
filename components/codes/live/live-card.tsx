import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DetailCard } from '@/components/codes/detail/detail-card';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import type { Live } from '@/lib/live/queries';
import type { Target } from '@/lib/live/target';
import { DropPlanButton, LiveButtons, RestoreButton } from './live-buttons';
import { RuleList, RulesSection } from './rules/rules-section';
import { TargetRows } from './target-rows';

export type LiveCardProps = { codeId: string; openedPage: string; live: Live; canWrite: boolean };

/** What a scan of the printed code leads to now, what is planned and what was; changed where it stands. */
export function LiveCard({ codeId, openedPage, live, canWrite }: LiveCardProps) {
  const t = useTranslations('live');
  const { now, planned, past, serverNow } = live;
  const state = now.isPaused ? 'paused' : 'open';
  return (
    <DetailCard title={t('title')} text={t('text')}>
      <Badge dot tone={now.isPaused ? 'warning' : 'success'}>
        {t(`state.${state}`)}
      </Badge>
      <DescriptionList className="mt-1">
        <TargetRows target={now} />
      </DescriptionList>
      {canWrite && <LiveButtons {...{ codeId, openedPage, now, serverNow }} />}
      <RulesSection rules={now.rules} />
      {planned.length > 0 && <Planned codeId={codeId} planned={planned} canWrite={canWrite} />}
      {past.length > 0 && <Past codeId={codeId} past={past} canWrite={canWrite} />}
    </DetailCard>
  );
}

type TargetHeadProps = { target: Target; children: ReactNode };

/** From when it counts and by whom, with what can be done about it. */
function TargetHead({ target: { startsAt, byName, isPaused }, children }: TargetHeadProps) {
  const t = useTranslations('live');
  return (
    <div className="flex items-center justify-between gap-2">
      <p className="text-[0.8125rem]">
        <DateTime value={startsAt} />
        <span className="text-muted-foreground"> · {byName}</span>
        {isPaused && (
          <Badge tone="warning" className="ms-2">
            {t('state.paused')}
          </Badge>
        )}
      </p>
      {children}
    </div>
  );
}

type PlannedProps = { codeId: string; planned: Live['planned']; canWrite: boolean };

function Planned({ codeId, planned, canWrite }: PlannedProps) {
  const t = useTranslations('live.planned');
  return (
    <section className="mt-4 border-t border-border pt-3">
      <h3 className="text-[0.8125rem] font-medium">{t('title')}</h3>
      <ul className="divide-y divide-border">
        {planned.map((target) => (
          <li key={target.id} className="py-3">
            <TargetHead target={target}>
              {canWrite && <DropPlanButton codeId={codeId} targetId={target.id} />}
            </TargetHead>
            <DescriptionList>
              <TargetRows target={target} />
            </DescriptionList>
            <RuleList rules={target.rules} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type PastProps = { codeId: string; past: Live['past']; canWrite: boolean };

function Past({ codeId, past, canWrite }: PastProps) {
  const t = useTranslations('live.past');
  return (
    <div className="mt-4 border-t border-border pt-3">
      <Disclosure summary={<h3 className="text-[0.8125rem] font-medium">{t('title')}</h3>}>
        <ul className="divide-y divide-border">
          {past.map((target) => (
            <li key={target.id} className="py-3">
              <TargetHead target={target}>
                {canWrite && <RestoreButton codeId={codeId} target={target} />}
              </TargetHead>
              <DescriptionList>
                <TargetRows target={target} />
              </DescriptionList>
              <RuleList rules={target.rules} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
