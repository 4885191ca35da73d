import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { PurposeForm } from '@/components/codes/purposes/purpose-form';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { listApps } from '@/lib/apps/queries';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { isId } from '@/lib/input/text';
import { orNotFound } from '@/lib/http/page';
import { isBuiltIn } from '@/lib/purposes/purpose';
import { getPurpose } from '@/lib/purposes/queries';

/** `new` for one that is about to be made, else the key of a purpose. */
type Props = { params: Promise<{ purposeKey: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('purposes.settings'))('title') };
}

async function PurposePage({ params }: Props) {
  const actor = await pageActor();
  const { purposeKey } = await params;
  const isNew = purposeKey === 'new';
  const isKnown = isNew || isBuiltIn(purposeKey) || isId(purposeKey);
  if (!roleCan(actor.role, 'purposes.manage') || !isKnown) notFound();
  const locale = await getLocale();
  const [t, apps, purpose] = await Promise.all([
    getTranslations('purposes.settings'),
    listApps(actor),
    isNew ? null : orNotFound(getPurpose(actor, purposeKey, locale)),
  ]);
  return (
    <>
      <PageHeader
        title={purpose?.name ?? t('newTitle')}
        back={{ href: '/settings/purposes', label: t('back') }}
      />
      <PurposeForm purpose={purpose} apps={apps.map(({ id, name }) => ({ id, name }))} />
    </>
  );
}

export default withTexts(PurposePage, ['purposes', 'codes.endpoints', 'errors', 'wechat.characters']);
