import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { testConnectionAction } from '@/lib/apps/actions';
import type { ErrorActor } from '@/lib/wechat/errors';
import type { ErrorKey } from '@/lib/wechat/errcodes';

type Result = Awaited<ReturnType<typeof testConnectionAction>>;

/** What came of asking for a token: the verdict, its cause, what to do and who can, and the raw words to search for. */
export function ConnectionResult({ result }: { result: Result }) {
  const t = useTranslations();
  const { data, serverError } = result;
  if (serverError) return <Alert tone="danger">{serverError.message}</Alert>;
  if (!data) return null;
  if (data.verdict !== 'failed') return <Alert tone="success">{t(`apps.test.${data.verdict}`)}</Alert>;
  const { explanation, errcode, errmsg, rid, fromTokenServer } = data;
  const said = [errcode, errmsg].filter((part) => part !== null && part !== '').join(' · ');
  const rawLabel = errcode === null && fromTokenServer ? 'apps.test.rawServer' : 'apps.test.raw';
  return (
    <Alert tone="danger" title={`${t('apps.test.failed')} · ${t(`wechat.errors.${explanation.key}.title`)}`}>
      <Coach errorKey={explanation.key} actor={explanation.actor} />
      <p className="mt-2 font-mono text-xs leading-5 break-all text-muted-foreground">
        {t(rawLabel)}: {said}
        {rid && !said.includes(rid) && ` · rid: ${rid}`}
      </p>
    </Alert>
  );
}

function Coach({ errorKey, actor }: { errorKey: ErrorKey; actor: ErrorActor }) {
  const t = useTranslations();
  const lines = [
    [t('apps.test.cause'), t(`wechat.errors.${errorKey}.cause`)],
    [t('apps.test.remedy'), t(`wechat.errors.${errorKey}.remedy`)],
    [t('apps.test.actor'), t(`apps.actor.${actor}`)],
  ] as const;
  return (
    <dl className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[auto_1fr]">
      {lines.map(([label, text]) => (
        <div key={label} className="contents">
          <dt className="text-muted-foreground max-sm:mt-1.5">{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
