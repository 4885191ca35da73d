import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { AppError } from '@/lib/errors';
import { ServiceError, type CheckName, type ServiceFault } from './ask-service';
import { findService, signInServices, type SignInService } from './services';

/** A service as the settings show it; never its secret. */
export type ServiceInfo = Pick<SignInService, 'id' | 'name' | 'issuer' | 'callbackUrl' | 'rules'>;

/** What is set up, in the order of the buttons. */
export function listServices(actor: Actor): ServiceInfo[] {
  requirePermission(actor, 'members.manage');
  return signInServices().map(({ id, name, issuer, callbackUrl, rules }) => ({
    id,
    name,
    issuer,
    callbackUrl,
    rules,
  }));
}

/** One thing that was tried; `fault` says what is wrong with it. */
export type CheckedStep = {
  name: CheckName;
  fault: ServiceFault | null;
  values: Record<string, string | number>;
};

async function tryOut(name: CheckName, run: () => Promise<void>): Promise<CheckedStep> {
  try {
    await run();
    return { name, fault: null, values: {} };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { name, fault: error.fault, values: error.values };
  }
}

/**
 * Tries what can be tried without anybody signing in, up to the first thing that is wrong.
 * @throws AppError FORBIDDEN, NOT_FOUND
 */
export async function checkService(actor: Actor, id: string): Promise<CheckedStep[]> {
  requirePermission(actor, 'members.manage');
  const service = findService(id);
  if (!service) throw new AppError('NOT_FOUND');
  const steps: CheckedStep[] = [];
  for (const [name, run] of service.checks) {
    const step = await tryOut(name, run);
    steps.push(step);
    if (step.fault) break;
  }
  return steps;
}
