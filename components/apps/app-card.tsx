import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { HistoryDisclosure } from '@/components/data/history/history-disclosure';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import { CopyButton } from '@/components/ui/copy-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AppCodes, AppHealth, HealthState } from '@/lib/apps/health';
import type { AppSummary } from '@/lib/apps/queries';
import type { PageCount } from '@/lib/apps/pages/queries';
import type { TokenEventSummary } from '@/lib/apps/token/token-events';
import { AppActions } from './app-actions';
import { TokenEvents } from './token-events';

export type AppCardProps = {
  app: AppSummary;
  health: AppHealth;
  codes: AppCodes;
  /** Of its newest app.json; null where nobody has given one. */
  pages: PageCount | null;
  canManage: boolean;
  /** May give an app.json. */
  canWrite: boolean;
  events: TokenEventSummary[];
};

/** One Mini Program: who it is, whether it works, and what an administrator can do with it. */
export function AppCard({ app, health, codes, pages, canManage, canWrite, events }: AppCardProps) {
  const t = useTranslations();
  return (
    <Card className={cn(app.disabledAt && 'bg-transparent shadow-none')}>
      <CardBody className="flex flex-col gap-4">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
              <h2 className="text-base font-semibold wrap-anywhere">{app.name}</h2>
              {app.mode === 'SANDBOX' && <Badge tone="info">{t('apps.mode.SANDBOX')}</Badge>}
            </div>
            <p className="flex items-center gap-1 font-mono text-[0.8125rem] text-muted-foreground">
              {app.appId}
              <CopyButton text={app.appId} label={t('common.copy')} copiedLabel={t('common.copied')} />
            </p>
          </div>
          {canManage && <AppActions app={app} keptBy={codes.keptBy} />}
        </div>
        <Facts {...{ app, health, codes, pages, canWrite }} />
        <TokenEvents app={app} events={events} />
        {canManage && <HistoryDisclosure kind="apps" id={app.id} />}
      </CardBody>
    </Card>
  );
}

const DOTS: Record<HealthState, string> = {
  works: 'bg-success',
  failing: 'bg-danger',
  untested: 'bg-muted-strong',
  disabled: 'bg-muted-strong',
};

type FactsProps = Pick<AppCardProps, 'app' | 'health' | 'codes' | 'pages' | 'canWrite'>;

function Facts({ app, health, codes, pages, canWrite }: FactsProps) {
  const t = useTranslations('apps.facts');
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 border-t border-border pt-4 text-[0.8125rem] sm:flex sm:flex-wrap">
      <Fact label={t('health')} className="max-sm:col-span-2">
        <span className="flex items-center gap-2">
          <span aria-hidden className={cn('size-2 shrink-0 rounded-full', DOTS[health.state])} />
          <HealthText health={health} />
        </span>
      </Fact>
      <Fact label={t('codes')}>
        <CodesLink app={app} count={codes.count} />
      </Fact>
      <Fact label={t('pages')}>
        <PagesLink app={app} pages={pages} canWrite={canWrite} />
      </Fact>
      <Fact label={t('lastCall')}>
        {health.lastCallAt ? <RelativeTime value={health.lastCallAt} /> : t('never')}
      </Fact>
    </dl>
  );
}

type FactProps = { label: string; children: ReactNode; className?: string };

function Fact({ label, children, className }: FactProps) {
  return (
    <div className={className}>
      <dt className="text-muted-foreground">{label}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}

function HealthText({ health: { state, failure } }: { health: AppHealth }) {
  const t = useTranslations();
  if (state !== 'failing' || !failure) return t(`apps.facts.state.${state}`);
  return (
    <span className="text-danger-text">
      {t(`wechat.errors.${failure.explanation.key}.title`)}
      {failure.address && ` (${failure.address})`}
    </span>
  );
}

const factLink =
  'rounded-sm underline decoration-border underline-offset-4 focus-ring hover:decoration-current';

/** Who may give no app.json has nothing to see where there is none. */
function PagesLink({ app, pages, canWrite }: Pick<AppCardProps, 'app' | 'pages' | 'canWrite'>) {
  const t = useTranslations('apps.facts');
  if (!pages && !canWrite) return t('pagesNone');
  return (
    <Link href={`/settings/apps/${app.id}/pages`} prefetch={false} className={factLink}>
      {pages ? t('pagesCount', { count: pages.pages }) : t('pagesGive')}
    </Link>
  );
}

function CodesLink({ app, count }: { app: AppSummary; count: AppCodes['count'] }) {
  const t = useTranslations('apps.facts');
  const format = useFormatter();
  const text = count.capped
    ? t('over', { count: count.count })
    : count.estimated
      ? t('about', { count: count.count })
      : format.number(count.count);
  return (
    <Link href={`/codes?app=${app.id}`} prefetch={false} className={factLink}>
      {text}
    </Link>
  );
}
