import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { testConnectionAction } from '@/lib/apps/actions';

type Result = Awaited<ReturnType<typeof testConnectionAction>>;

/** What WeChat said of AppID and AppSecret: the verdict, its cause, what to do, and the raw words for who searches them. */
export function ConnectionResult({ result }: { result: Result }) {
  const t = useTranslations();
  const { data, serverError } = result;
  if (serverError) return <Alert tone="danger">{serverError.message}</Alert>;
  if (!data) return null;
  if (data.verdict === 'works') return <Alert tone="success">{t('apps.test.works')}</Alert>;
  const { explanation, errcode, errmsg, rid } = data;
  const raw = [errcode, errmsg, rid && `rid: ${rid}`]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
  return (
    <Alert tone="danger" title={`${t('apps.test.failed')} · ${t(`wechat.errors.${explanation.key}.title`)}`}>
      <p>{t(`wechat.errors.${explanation.key}.cause`)}</p>
      <p>{t(`wechat.errors.${explanation.key}.remedy`)}</p>
      <p className="mt-1 font-mono text-xs break-all text-muted-foreground">
        {t('apps.test.raw')}: {raw}
      </p>
    </Alert>
  );
}
