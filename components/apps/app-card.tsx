import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import type { AppSummary } from '@/lib/apps/queries';
import type { TokenEventSummary } from '@/lib/apps/token-events';
import { AppActions } from './app-actions';
import { TokenEvents } from './token-events';

type AppCardProps = {
  app: AppSummary;
  canManage: boolean;
  events: TokenEventSummary[];
  /** How much of its permanent quota is gone. */
  quota: ReactNode;
};

/** One Mini Program: who it is, how much of its permanent quota is gone, and what an administrator can do with it. */
export function AppCard({ app, canManage, events, quota }: AppCardProps) {
  const t = useTranslations('apps');
  const common = useTranslations('common');
  const sandbox = app.mode === 'SANDBOX';
  return (
    <Card>
      <CardBody className="flex flex-col gap-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="text-base font-semibold wrap-anywhere">{app.name}</h2>
          <Badge tone={sandbox ? 'info' : 'success'}>{t(`mode.${app.mode}`)}</Badge>
          <span className="flex items-center gap-1 font-mono text-[0.8125rem] text-muted-foreground">
            {app.appId}
            <CopyButton text={app.appId} label={common('copy')} copiedLabel={common('copied')} />
          </span>
        </div>
        {quota}
        <TokenEvents app={app} events={events} />
        {canManage && <AppActions app={app} />}
      </CardBody>
    </Card>
  );
}
