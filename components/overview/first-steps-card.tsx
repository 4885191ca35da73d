import { Check } from 'lucide-react';
import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PlainImage } from '@/components/ui/plain-image';
import { cn } from '@/components/ui/cn';
import type { ExampleCode, FirstSteps } from '@/lib/overview/first-steps';
import { ExampleButton } from './example-button';
import { HideGuideButton } from './hide-guide-button';

type Step = {
  key: 'example' | 'connect' | 'batch' | 'download';
  isDone: boolean;
  text: ReactNode;
  /** @param isNext what comes next stands out; the others can be taken too */
  action: (isNext: boolean) => ReactNode;
  aside?: ReactNode;
};

type StepLinkProps<Path extends string> = { href: Route<Path>; isNext: boolean; children: string };

function StepLink<Path extends string>({ href, isNext, children }: StepLinkProps<Path>) {
  const look = isNext ? {} : ({ variant: 'secondary', size: 'sm' } as const);
  return (
    <Button {...look} render={<Link href={href} />}>
      {children}
    </Button>
  );
}

function useConnectStep({ failing }: FirstSteps['connect'], canConnect: boolean) {
  const t = useTranslations('overview.guide');
  if (!canConnect) return { text: t('connectAsk'), action: () => null };
  const [text, href, label] =
    failing === null
      ? ([t('connectText'), '/settings/apps/connect', t('connectAction')] as const)
      : ([t('connectFailing', { name: failing }), '/settings/apps', t('connectFix')] as const);
  const action = (isNext: boolean) => (
    <StepLink href={href} isNext={isNext}>
      {label}
    </StepLink>
  );
  return { text, action };
}

function useSteps({ example, connect, batch, download }: FirstSteps, canConnect: boolean): Step[] {
  const t = useTranslations('overview.guide');
  const connectStep = useConnectStep(connect, canConnect);
  const exampleStep: Step[] = example
    ? [
        {
          ...{
            key: 'example',
            isDone: example.isDone,
            text: t('exampleText'),
            action: () => <ExampleButton />,
          },
          // Once real codes can be made it has served its turn.
          aside: example.code && !connect.isDone && <ExamplePicture code={example.code} />,
        },
      ]
    : [];
  const export_ = batch.startedId ? (`/exports/new?batch=${batch.startedId}` as const) : null;
  return [
    ...exampleStep,
    { ...{ key: 'connect', isDone: connect.isDone }, ...connectStep },
    {
      ...{ key: 'batch', isDone: batch.isDone, text: t('batchText') },
      action: (isNext) => (
        <StepLink href="/batches/new" isNext={isNext}>
          {t('batchAction')}
        </StepLink>
      ),
    },
    {
      ...{ key: 'download', isDone: download.isDone, text: t('downloadText') },
      action: (isNext) =>
        export_ && (
          <StepLink href={export_} isNext={isNext}>
            {t('downloadAction')}
          </StepLink>
        ),
    },
  ];
}

/** What leads from a first look to the first files; each step ticks itself. */
export function FirstStepsCard({ steps, canConnect }: { steps: FirstSteps; canConnect: boolean }) {
  const t = useTranslations('overview.guide');
  const all = useSteps(steps, canConnect);
  const next = all.find(({ isDone }) => !isDone)?.key;
  const done = all.filter(({ isDone }) => isDone).length;
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('progress', { done, total: all.length })}
        actions={<HideGuideButton />}
      />
      <CardBody className="pt-3 pb-3">
        <ol className="divide-y divide-border">
          {all.map((step, index) => (
            <StepRow key={step.key} step={step} number={index + 1} isNext={step.key === next} />
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

function StepRow({ step, number, isNext }: { step: Step; number: number; isNext: boolean }) {
  const t = useTranslations('overview.guide');
  const { key, isDone, text, action, aside } = step;
  return (
    <li className="flex gap-3.5 py-4" aria-current={isNext ? 'step' : undefined}>
      <StepMark isDone={isDone} isNext={isNext} number={number} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex max-w-xl min-w-0 flex-col items-start gap-3">
          <div>
            <p className={cn('leading-7 font-medium', isDone && 'text-muted-foreground')}>
              {t(`steps.${key}`)}
              {isDone && <span className="sr-only"> ({t('done')})</span>}
            </p>
            {!isDone && (
              <p className="text-[0.8125rem] leading-5 text-pretty text-muted-foreground">{text}</p>
            )}
          </div>
          {!isDone && action(isNext)}
        </div>
        {aside}
      </div>
    </li>
  );
}

function StepMark({ isDone, isNext, number }: { isDone: boolean; isNext: boolean; number: number }) {
  const look = isDone
    ? 'bg-success text-white dark:text-black'
    : isNext
      ? 'bg-primary text-primary-foreground'
      : 'border border-input text-muted-foreground';
  return (
    <span
      aria-hidden
      className={cn(
        'flex size-7 shrink-0 items-center justify-center rounded-full text-xs font-semibold',
        look,
      )}
    >
      {isDone ? <Check className="size-4" /> : number}
    </span>
  );
}

function ExamplePicture({ code }: { code: ExampleCode }) {
  const t = useTranslations('overview.guide');
  return (
    <Link
      href={`/codes/${code.id}`}
      className="flex items-center gap-3.5 rounded-lg border border-border p-2.5 pe-4 focus-ring transition-colors hover:border-input"
    >
      <span className="block overflow-hidden rounded-md bg-muted">
        <PlainImage
          src={`/api/codes/${code.id}/image?v=${code.imageSha256}&w=320`}
          alt={t('exampleAlt')}
          className="size-24 object-contain sm:size-28"
        />
      </span>
      <span className="flex max-w-44 min-w-0 flex-col">
        <span className="truncate font-medium">{code.name}</span>
        <span className="text-[0.8125rem] leading-5 text-muted-foreground">{t('exampleNote')}</span>
      </span>
    </Link>
  );
}
