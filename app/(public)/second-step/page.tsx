import type { Metadata, Route } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { PublicShell } from '@/components/layout/page/public-shell';
import { withTexts } from '@/components/layout/page/send-texts';
import { FirstSetUp } from '@/components/users/second-step/first-set-up';
import { localPath } from '@/lib/auth/local-path';
import { owingActor } from '@/lib/auth/session';
import { deviceName } from '@/lib/users/device-name';
import { passkeySite } from '@/lib/users/passkeys/site';
import { getSecondStep } from '@/lib/users/second-step/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('secondStep.required'))('title') };
}

async function SecondStepPage({ searchParams }: PageProps<'/second-step'>) {
  const { from } = await searchParams;
  const target: Route = localPath(from);
  const actor = await owingActor(target);
  const { name, email } = actor;
  const { asksPassword } = await getSecondStep(actor);
  const t = await getTranslations('secondStep.required');
  const prover = {
    ...{ email: email ?? name, asksPassword, hasApp: false, hasPasskeys: false },
    // Without a password there is nothing to prove with that a passkey, a way in by itself, is theirs.
    origin: asksPassword ? ((await passkeySite())?.origin ?? null) : null,
  };
  const device = deviceName((await headers()).get('user-agent') ?? '');
  return (
    <PublicShell title={t('title')} description={t('text', { name })} footer={t('help')}>
      <FirstSetUp prover={prover} from={target} deviceName={device} />
    </PublicShell>
  );
}

export default withTexts(SecondStepPage, ['auth', 'errors', 'layout.locale', 'layout.theme', 'secondStep']);
