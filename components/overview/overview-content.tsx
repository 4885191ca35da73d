import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { Route } from 'next';
import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { ScopeNote } from '@/components/layout/scope/scope-note';
import { ALL_APPS } from '@/lib/apps/all-apps';
import type { CodeListItem } from '@/lib/codes/find/queries';
import type { Running } from '@/lib/overview/running';
import type { ToDo } from '@/lib/overview/to-dos';
import { CodeStrip } from './code-strip';
import { RunningCard } from './running-card';
import { NothingToDo, ToDoCard } from './to-do-card';
import { TrendCard, type TrendCardProps } from './trend-card';

export type OverviewContentProps = {
  toDos: ToDo[];
  running: Running;
  trend: TrendCardProps;
  recent: CodeListItem[];
  /** Of the Mini Program that is looked at, or ALL_APPS: what the numbers of this page lead to. */
  app: string;
  /** The first steps, while somebody still takes them. */
  guide: ReactNode;
  can: { write: boolean; manageApps: boolean };
};

/** What waits for somebody (first steps included), what is under way, how much was made lately, what came last. */
export function OverviewContent({ toDos, running, trend, recent, app, guide, can }: OverviewContentProps) {
  const t = useTranslations('overview');
  // Where the switcher narrows, an empty page is not a new one.
  const isNew = recent.length === 0 && app === ALL_APPS;
  return (
    <div className="flex flex-col gap-6">
      {toDos.length > 0 && <ToDoCard toDos={toDos} can={can} />}
      {guide}
      {toDos.length === 0 && !isNew && <NothingToDo />}
      <RunningCard running={running} />
      {!isNew && (
        <div className="flex flex-col gap-3">
          <ScopeNote shown={app} />
          <TrendCard {...trend} />
        </div>
      )}
      {recent.length > 0 && (
        <Card>
          <CardHeader
            title={t('recent')}
            actions={<CardLink href={`/codes?app=${app}`}>{t('seeAll')}</CardLink>}
          />
          <CardBody>
            <CodeStrip codes={recent} />
          </CardBody>
        </Card>
      )}
    </div>
  );
}

function CardLink<Path extends string>({ href, children }: { href: Route<Path>; children: string }) {
  return (
    <Link
      href={href}
      className="thumb-reach rounded-sm text-[0.8125rem] text-accent-text underline-offset-4 focus-ring hover:underline"
    >
      {children}
    </Link>
  );
}
