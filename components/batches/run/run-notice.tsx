import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFailureTexts } from '@/components/codes/detail/use-failure-texts';
import { Alert } from '@/components/ui/alert';
import type { BatchProgress } from '@/lib/batches/report/run-types';

export type RunNoticeProps = {
  progress: BatchProgress;
  /** The last question to the server was not answered. */
  offline: boolean;
};

/** What a person must know of a batch that does not simply run. */
export function RunNotice({ progress, offline }: RunNoticeProps) {
  const t = useTranslations('batches.run');
  if (offline) return <Alert tone="warning">{t('stale')}</Alert>;
  const Notice = NOTICES[progress.state];
  return Notice && <Notice progress={progress} />;
}

type NoticeProps = { progress: BatchProgress };

/** WeChat wants no more calls for a while, or cannot be reached: nobody needs to do anything. Or nothing happens at all. */
function Running({ progress: { waitingUntil, waitingFor, standingSince } }: NoticeProps) {
  const t = useTranslations('batches.run');
  const format = useFormatter();
  const failureTexts = useFailureTexts();
  if (standingSince !== null) {
    const since = format.dateTime(new Date(standingSince), { timeStyle: 'short' });
    return (
      <Alert tone="warning" title={t('standingNotice', { since })}>
        {t('standingText')}
      </Alert>
    );
  }
  if (waitingUntil === null) return null;
  const when = format.dateTime(new Date(waitingUntil), { timeStyle: 'medium' });
  const why = waitingFor && failureTexts(waitingFor);
  return (
    <Alert tone="warning" title={why?.title ?? t('waitingNotice')}>
      {why && <span className="block">{why.cause}</span>}
      {t(waitingFor === 'storage' ? 'waitingStorage' : 'waitingText', { when })}
    </Alert>
  );
}

function Paused({ progress: { stoppedBy, waiting, running } }: NoticeProps) {
  const t = useTranslations('batches.run');
  const failureTexts = useFailureTexts();
  const left = t('pausedText', { count: waiting + running });
  if (stoppedBy === null)
    return (
      <Alert tone="warning" title={t('pausedNotice')}>
        {left}
      </Alert>
    );
  const { title, cause, remedy } = failureTexts(stoppedBy);
  return (
    <Alert tone="danger" title={t('stoppedNotice', { reason: title })}>
      <p>{cause}</p>
      <p>{remedy}</p>
      <p>{t('stoppedText', { count: waiting + running })}</p>
    </Alert>
  );
}

function Cancelled({ progress: { made, notMade } }: NoticeProps) {
  const t = useTranslations('batches.run');
  return <Alert title={t('cancelledNotice')}>{t('cancelledText', { made, count: notMade })}</Alert>;
}

function Finished({ progress: { made, reused, failed } }: NoticeProps) {
  const t = useTranslations('batches.run');
  if (failed === 0)
    return (
      <Alert tone="success" title={t('finishedNotice')}>
        {t('finishedText', { count: made + reused })}
      </Alert>
    );
  return (
    <Alert tone="danger" title={t('failuresNotice', { count: failed })}>
      {t('failuresText', { made: made + reused })}
    </Alert>
  );
}

const NOTICES: Record<BatchProgress['state'], ((props: NoticeProps) => ReactNode) | null> = {
  DRAFT: null,
  RUNNING: Running,
  PAUSED: Paused,
  CANCELLED: Cancelled,
  FINISHED: Finished,
};
