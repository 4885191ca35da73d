import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listFormApps } from '@/app/(console)/form-apps';
import { CreateForm } from '@/components/batches/create/create-form';
import { GenerateWithoutApp } from '@/components/codes/generate/without-app';
import { Forbidden } from '@/components/data/states/forbidden';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { formApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { mayOpen } from '@/lib/audit/refusals';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { getBatch } from '@/lib/batches/report/queries';
import { idOrNotFound, orNotFound } from '@/lib/http/page';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches.create'))('title') };
}

async function NewBatchPage({ searchParams }: Props) {
  const actor = await pageActor();
  const t = await getTranslations('batches');
  const { from } = await searchParams;
  const allowed = await mayOpen(actor, 'batches.write');
  return (
    <>
      <PageHeader
        title={t('create.title')}
        description={t('create.description')}
        back={{ href: '/batches', label: t('back') }}
      />
      {allowed ? (
        <Form actor={actor} from={typeof from === 'string' ? from : null} />
      ) : (
        <Forbidden
          title={t('forbidden.title')}
          text={t('forbidden.text')}
          back={{ href: '/batches', label: t('forbidden.action') }}
        />
      )}
    </>
  );
}

/** @param from a batch whose mapping and settings the new one takes over */
async function Form({ actor, from }: { actor: Actor; from: string | null }) {
  const [apps, current, batch] = await Promise.all([
    listFormApps(actor),
    formApp(actor),
    from ? orNotFound(getBatch(actor, idOrNotFound(from))) : null,
  ]);
  const canManage = actor.kind === 'user' && roleCan(actor.role, 'apps.manage');
  if (!current) return <GenerateWithoutApp canManage={canManage} />;
  const miniProgramId = batch?.miniProgram.id ?? current.id;
  return (
    <CreateForm apps={apps} start={{ miniProgramId, from: batch && { id: batch.id, name: batch.name } }} />
  );
}

export default withTexts(NewBatchPage, ['batches', 'codes.generate']);
