import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { GenerateForm } from '@/components/codes/generate/generate-form';
import { GenerateForbidden, GenerateWithoutApp } from '@/components/codes/generate/unavailable';
import { PageHeader } from '@/components/layout/page-header';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { loadForm } from './load-form';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('codes.generate'))('title') };
}

export default async function NewCodePage({ searchParams }: Props) {
  const actor = await pageActor();
  const t = await getTranslations('codes.generate');
  const header = (
    <PageHeader
      title={t('title')}
      description={t('description')}
      back={{ href: '/codes', label: t('back') }}
    />
  );
  if (!roleCan(actor.role, 'codes.write')) return [header, <GenerateForbidden key="forbidden" />];
  const { apps, start, key } = await loadForm(actor, await searchParams);
  return (
    <>
      {header}
      {start?.source && <Alert className="mb-6">{t('source', { name: start.source.name })}</Alert>}
      {start ? (
        <GenerateForm key={key} apps={apps} start={start} />
      ) : (
        <GenerateWithoutApp canManage={roleCan(actor.role, 'apps.manage')} />
      )}
    </>
  );
}
