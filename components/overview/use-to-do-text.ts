import { useFormatter, useTranslations } from 'next-intl';
import { ALL_APPS } from '@/lib/apps/all-apps';
import { isOwnFailure, type FailureKey } from '@/lib/codes/generate/failure-key';
import type { ToDo } from '@/lib/overview/to-dos';
import type { SystemProblem } from '@/lib/watch/problems';

/** What the person may do, from the permission table. */
export type Can = { write: boolean; manageApps: boolean };

type Target = '/settings/apps' | '/settings/system' | '/quota' | `/batches/${string}` | `/codes?${string}`;

export type ToDoText = {
  title: string;
  detail: string | null;
  /** Null where only others can do something about it. */
  action: { label: string; href: Target } | null;
};

type Of<Kind extends ToDo['kind']> = Extract<ToDo, { kind: Kind }>;

function useFailureText() {
  const t = useTranslations();
  return (key: FailureKey, part: 'title' | 'remedy'): string =>
    t(isOwnFailure(key) ? `codes.detail.failure.${key}.${part}` : `wechat.errors.${key}.${part}`);
}

function useConnectionText(can: Can): (toDo: Of<'connection'>) => ToDoText {
  const t = useTranslations('overview.toDo');
  const failureText = useFailureText();
  return ({ app, failure: { explanation, address } }) => ({
    title: t('connection', { app: app.name, cause: failureText(explanation.key, 'title') }),
    detail: address && can.manageApps ? t('address', { address }) : failureText(explanation.key, 'remedy'),
    action: can.manageApps ? { label: t('fix'), href: '/settings/apps' } : null,
  });
}

function useBatchText(can: Can) {
  const t = useTranslations('overview.toDo');
  const format = useFormatter();
  const failureText = useFailureText();
  return {
    paused: ({ app, batch, stoppedBy }: Of<'paused'>): ToDoText => ({
      title: stoppedBy
        ? t('stopped', { name: batch.name, cause: failureText(stoppedBy, 'title') })
        : t('paused', { name: batch.name }),
      detail: stoppedBy ? failureText(stoppedBy, 'remedy') : app.name,
      action: { label: t(can.write ? 'resume' : 'look'), href: `/batches/${batch.id}` },
    }),
    draft: ({ app, batch, createdAt }: Of<'draft'>): ToDoText => ({
      title: t('draft', { name: batch.name }),
      detail: `${app.name} · ${format.dateTime(createdAt, { dateStyle: 'medium', timeStyle: 'short' })}`,
      action: { label: t('goOn'), href: `/batches/${batch.id}` },
    }),
  };
}

function useQuotaText() {
  const t = useTranslations('overview.toDo');
  const format = useFormatter();
  const action = { label: t('look'), href: '/quota' as const };
  return {
    quota: ({ app, left, fullAt }: Of<'quota'>): ToDoText => ({
      title: left > 0 ? t('quota', { app: app.name, left }) : t('quotaGone', { app: app.name }),
      detail:
        fullAt && left > 0
          ? t('quotaUntil', { day: format.dateTime(fullAt, { dateStyle: 'long' }) })
          : t('quotaText'),
      action,
    }),
    drift: ({ app, difference }: Of<'drift'>): ToDoText => ({
      title: t('drift', { app: app.name, difference }),
      detail: t('driftText'),
      action,
    }),
  };
}

function useSystemText(): (problem: SystemProblem) => ToDoText {
  const t = useTranslations('overview.toDo');
  const format = useFormatter();
  const action = { label: t('look'), href: '/settings/system' as const };
  return (problem) => {
    if (problem.kind !== 'backup')
      return { title: t(problem.kind), detail: t(`${problem.kind}Text`), action };
    const { lastGoodAt } = problem;
    const at = lastGoodAt && format.dateTime(lastGoodAt, { dateStyle: 'long', timeStyle: 'short' });
    return {
      title: t(problem.problem === 'failed' ? 'backupFailed' : 'backupLate'),
      detail: at ? t('backupLastGood', { at }) : t('backupNoGood'),
      action,
    };
  };
}

const isOfSystem = (toDo: ToDo): toDo is SystemProblem =>
  toDo.kind === 'worker' || toDo.kind === 'backup' || toDo.kind === 'disk';

/** What a to-do says, and where it leads: a number to the list of exactly so many. */
export function useToDoText(can: Can): (toDo: ToDo) => ToDoText {
  const t = useTranslations('overview.toDo');
  const token = useTranslations('apps.tokenEvents');
  const format = useFormatter();
  const failureText = useFailureText();
  const connection = useConnectionText(can);
  const batch = useBatchText(can);
  const quota = useQuotaText();
  const system = useSystemText();
  return (toDo) => {
    if (isOfSystem(toDo)) return system(toDo);
    switch (toDo.kind) {
      case 'connection':
        return connection(toDo);
      case 'paused':
        return batch.paused(toDo);
      case 'draft':
        return batch.draft(toDo);
      case 'quota':
        return quota.quota(toDo);
      case 'drift':
        return quota.drift(toDo);
      case 'failures':
        return {
          title: t('failures', { count: toDo.count, cause: failureText(toDo.cause, 'title') }),
          detail: [toDo.app?.name, failureText(toDo.cause, 'remedy')].filter(Boolean).join(' · '),
          action: {
            label: t('look'),
            href: `/codes?app=${ALL_APPS}&status=FAILED&cause=${toDo.cause}`,
          },
        };
      case 'token':
        return {
          title: `${toDo.app.name} · ${token(toDo.event.kind, {
            time: format.dateTime(toDo.event.at, { dateStyle: 'medium', timeStyle: 'short' }),
          })}`,
          detail: token(`${toDo.event.kind}Cause`),
          action: { label: t('look'), href: '/settings/apps' },
        };
    }
  };
}
