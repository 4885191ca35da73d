import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { UserActor } from '@/lib/auth/actor';
import { currentSession } from '@/lib/auth/session';
import { deviceName } from '@/lib/users/device-name';
import { listPasskeys } from '@/lib/users/passkeys/queries';
import { passkeySite } from '@/lib/users/passkeys/site';
import { getSecondStep, isSecondStepRequired } from '@/lib/users/second-step/queries';
import { listSessions } from '@/lib/users/sessions';
import { listOwnWaysIn } from '@/lib/users/sign-in-services/connections';

/** What the page shows of somebody, and what they can prove with that it is them. */
export async function loadAccount(actor: UserActor) {
  const [session, sessions, secondStep, isRequired, passkeys, site, waysIn] = await Promise.all([
    currentSession(),
    listSessions(actor, await getLocale()),
    getSecondStep(actor),
    isSecondStepRequired(),
    listPasskeys(actor),
    passkeySite(),
    listOwnWaysIn(actor),
  ]);
  const prover = {
    email: actor.email ?? actor.name,
    asksPassword: secondStep.asksPassword,
    hasApp: secondStep.since !== null,
    hasPasskeys: passkeys.length > 0,
    origin: site?.origin ?? null,
  };
  const device = deviceName((await headers()).get('user-agent') ?? '');
  return { session, sessions, secondStep, isRequired, passkeys, prover, device, waysIn };
}
