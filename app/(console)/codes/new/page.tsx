import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withTexts } from '@/components/layout/page/send-texts';
import { GenerateForm } from '@/components/codes/generate/generate-form';
import { startValues } from '@/components/codes/generate/purposes/start-values';
import { GenerateWithoutApp } from '@/components/codes/generate/without-app';
import { Forbidden } from '@/components/data/states/forbidden';
import { PageHeader } from '@/components/layout/page/page-header';
import { mayOpen } from '@/lib/audit/refusals';
import type { UserActor } from '@/lib/auth/actor';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { loadForm, type FormQuery } from './load-form';
import { SourceNote } from './source-note';

type Props = { searchParams: Promise<FormQuery> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { replace } = await searchParams;
  return { title: (await getTranslations('codes.generate'))(replace ? 'replaceTitle' : 'title') };
}

async function NewCodePage({ searchParams }: Props) {
  const actor = await pageActor();
  const t = await getTranslations('codes.generate');
  const allowed = await mayOpen(actor, 'codes.write');
  const query = await searchParams;
  const isReplacing = query.replace !== undefined;
  return (
    <>
      <PageHeader
        title={t(isReplacing ? 'replaceTitle' : 'title')}
        description={t(isReplacing ? 'replaceDescription' : 'description')}
        back={{ href: '/codes', label: t('back') }}
      />
      {allowed ? (
        <Form actor={actor} query={query} />
      ) : (
        <Forbidden
          title={t('forbidden.title')}
          text={t('forbidden.text')}
          back={{ href: '/codes', label: t('forbidden.action') }}
        />
      )}
    </>
  );
}

async function Form({ actor, query }: { actor: UserActor; query: FormQuery }) {
  const { apps, purposes, start, key } = await loadForm(actor, query);
  if (!start) return <GenerateWithoutApp canManage={roleCan(actor.role, 'apps.manage')} />;
  return (
    <>
      {start.source && <SourceNote start={start} source={start.source} purposes={purposes} />}
      <GenerateForm
        key={key}
        {...{ apps, purposes }}
        start={startValues(start, purposes)}
        canManagePurposes={roleCan(actor.role, 'purposes.manage')}
      />
    </>
  );
}

export default withTexts(NewCodePage, [
  'codes',
  'errors',
  'purposes',
  'wechat.issues',
  'wechat.characters',
  'wechat.traps',
]);
