import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { CopyButton } from '@/components/ui/copy-button';
import type { testConnectionAction } from '@/lib/apps/actions';
import type { ConnectionFailure } from '@/lib/apps/test-connection';

type Result = Awaited<ReturnType<typeof testConnectionAction>>;

/** What came of asking for a token: the verdict, its cause, what to do and who can, and the raw words to search for. */
export function ConnectionResult({ result }: { result: Result }) {
  const t = useTranslations();
  const { data, serverError } = result;
  if (serverError) return <Alert tone="danger">{serverError.message}</Alert>;
  if (!data) return null;
  if (data.verdict !== 'failed') return <Alert tone="success">{t(`apps.test.${data.verdict}`)}</Alert>;
  const { explanation, address } = data;
  return (
    <Alert tone="danger" title={`${t('apps.test.failed')} · ${t(`wechat.errors.${explanation.key}.title`)}`}>
      {address && <RefusedAddress address={address} />}
      <Coach failure={data} />
      <FailureWords failure={data} />
    </Alert>
  );
}

/** The server's own address, as WeChat saw it, to be put on the whitelist. */
function RefusedAddress({ address }: { address: string }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap items-center gap-x-2">
      {t('apps.connect.ip.add')}
      <code className="font-mono font-semibold break-all">{address}</code>
      <CopyButton text={address} label={t('apps.connect.ip.copy')} copiedLabel={t('common.copied')} />
    </p>
  );
}

/** WeChat's own words, or those of whoever answered instead, to be searched for and passed on. */
export function FailureWords({ failure }: { failure: ConnectionFailure }) {
  const t = useTranslations('apps.test');
  const { errcode, errmsg, rid, fromTokenServer } = failure;
  const said = [errcode, errmsg].filter((part) => part !== null && part !== '').join(' · ');
  const isServers = errcode === null && fromTokenServer;
  return (
    <details className="mt-1 text-[0.8125rem]">
      <summary className="thumb-reach w-fit rounded-sm text-muted-foreground focus-ring">
        {t(isServers ? 'rawServer' : 'raw')}
      </summary>
      <p className="font-mono text-xs leading-5 break-all text-muted-foreground">
        {said}
        {rid && !said.includes(rid) && ` · rid: ${rid}`}
      </p>
    </details>
  );
}

function Coach({ failure: { explanation } }: { failure: ConnectionFailure }) {
  const t = useTranslations();
  const { key, actor } = explanation;
  const lines = [
    [t('apps.test.cause'), t(`wechat.errors.${key}.cause`)],
    [t('apps.test.remedy'), t(`wechat.errors.${key}.remedy`)],
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
