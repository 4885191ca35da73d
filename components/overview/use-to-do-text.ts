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

type OfBatch = Of<'standing'> | Of<'held'> | Of<'paused'> | Of<'draft'>;

const isOfBatch = (toDo: ToDo): toDo is OfBatch => 'batch' in toDo;

function useBatchText(can: Can): (toDo: OfBatch) => ToDoText {
  const t = useTranslations('overview.toDo');
  const format = useFormatter();
  const failureText = useFailureText();
  return (toDo) => {
    const { app, batch } = toDo;
    const { name } = batch;
    const href = `/batches/${batch.id}` as const;
    if (toDo.kind === 'draft') {
      const at = format.dateTime(toDo.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
      return {
        title: t('draft', { name }),
        detail: `${app.name} · ${at}`,
        action: { label: t('goOn'), href },
      };
    }
    if (toDo.kind === 'standing') {
      const since = format.dateTime(toDo.since, { timeStyle: 'short' });
      const detail = t('standingText', { app: app.name, since });
      return { title: t('standing', { name }), detail, action: { label: t('look'), href } };
    }
    if (toDo.kind === 'held') {
      const cause = failureText(toDo.cause, 'title');
      const detail = t('heldText', { app: app.name });
      return { title: t('held', { name, cause }), detail, action: { label: t('look'), href } };
    }
    const action = { label: t(can.write ? 'resume' : 'look'), href };
    const { stoppedBy } = toDo;
    if (!stoppedBy) return { title: t('paused', { name }), detail: app.name, action };
    const cause = failureText(stoppedBy, 'title');
    return { title: t('stopped', { name, cause }), detail: failureText(stoppedBy, 'remedy'), action };
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

function useFailuresText(): (toDo: Extract<ToDo, { kind: 'failures' }>) => ToDoText {
  const t = useTranslations('overview.toDo');
  const failureText = useFailureText();
  return (toDo) => ({
    title: t('failures', { count: toDo.count, cause: failureText(toDo.cause, 'title') }),
    detail: [toDo.app?.name, toDo.from?.name, failureText(toDo.cause, 'remedy')].filter(Boolean).join(' · '),
    action: {
      label: t('look'),
      // The page of a batch tells the reasons, and mends all of them at once.
      href: toDo.from
        ? `/batches/${toDo.from.id}`
        : `/codes?app=${ALL_APPS}&status=FAILED&cause=${toDo.cause}`,
    },
  });
}

/** What a to-do says, and where it leads: a number to the list of exactly so many. */
export function useToDoText(can: Can): (toDo: ToDo) => ToDoText {
  const t = useTranslations('overview.toDo');
  const token = useTranslations('apps.tokenEvents');
  const format = useFormatter();
  const failures = useFailuresText();
  const connection = useConnectionText(can);
  const batch = useBatchText(can);
  const quota = useQuotaText();
  const system = useSystemText();
  return (toDo) => {
    if (isOfSystem(toDo)) return system(toDo);
    if (isOfBatch(toDo)) return batch(toDo);
    switch (toDo.kind) {
      case 'connection':
        return connection(toDo);
      case 'quota':
        return quota.quota(toDo);
      case 'drift':
        return quota.drift(toDo);
      case 'failures':
        return failures(toDo);
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
