import { CircleAlert, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { readFailure, type Failure } from '@/lib/codes/generate/failure';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { RawFailure } from './raw-failure';
import { RegenerateButton } from './regenerate-button';
import { useFailureTexts } from './use-failure-texts';

/** What went wrong, what it means for the quota, what to do and who can; WeChat's own words behind a disclosure. */
export function ErrorCoach({ code, canWrite }: { code: CodeDetail; canWrite: boolean }) {
  const t = useTranslations('codes.detail.failure');
  const failure = readFailure(code);
  const text = useFailureTexts()(failure.key);
  return (
    <Card className="border-danger/30" role="region" aria-labelledby="failure-title">
      <div className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-3 px-5 py-5 sm:gap-y-1 sm:px-6">
        <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-danger-subtle text-danger-text">
          <CircleAlert aria-hidden className="size-4.5" />
        </span>
        <h2 id="failure-title" className="text-base font-semibold text-pretty">
          {text.title}
        </h2>
        <div className="min-w-0 max-sm:col-span-2 sm:col-start-2">
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[5rem_1fr]">
            <Line label={t('cause')} text={text.cause} />
            <Line label={t('remedy')} text={text.remedy} />
            <Line label={t('actorLabel')} text={t(`actor.${failure.actor}`)} />
          </dl>
          <p className="mt-4 rounded-md bg-muted px-3 py-2 text-[0.8125rem] leading-5">
            <Consequence failure={failure} limited={code.endpoint !== 'getwxacodeunlimit'} />
          </p>
          {canWrite && <CoachActions code={code} failure={failure} />}
          <RawFailure code={code} />
        </div>
      </div>
    </Card>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div className="contents">
      <dt className="text-[0.8125rem] leading-6 text-muted-foreground max-sm:-mb-3">{label}</dt>
      <dd className="text-pretty">{text}</dd>
    </div>
  );
}

function Consequence({ failure, limited }: { failure: Failure; limited: boolean }) {
  const t = useTranslations('codes.detail.failure');
  if (failure.made === 'no') return t(limited ? 'certain' : 'certainFree');
  if (failure.made === 'yes') return t('made');
  return t(limited ? 'uncertain' : 'uncertainFree');
}

/** Wrong parameters stay wrong however often they are sent, so then changing them comes first. */
function CoachActions({ code, failure }: { code: CodeDetail; failure: Failure }) {
  const t = useTranslations('codes.detail.actions');
  const parametersWrong = failure.actor === 'operator';
  const edit = (
    <Button
      variant={parametersWrong ? 'primary' : 'secondary'}
      render={<Link href={{ pathname: '/codes/new', query: { replace: code.id } }} />}
    >
      <PencilLine aria-hidden />
      {t('edit')}
    </Button>
  );
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      {parametersWrong && edit}
      <RegenerateButton
        codeId={code.id}
        kind={failure.made === 'yes' ? 'refetch' : 'regenerate'}
        variant={parametersWrong ? 'secondary' : 'primary'}
      />
      {!parametersWrong && edit}
    </div>
  );
}
