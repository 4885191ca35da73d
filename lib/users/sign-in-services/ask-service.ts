import 'server-only';
import type { z } from 'zod';

/** Whoever waits looks at a page that does not move meanwhile. */
export const ASK_TIMEOUT_MS = 8000;

/** What is wrong with a service, or with how it is set up here; each has its words under `signIn.faults`. */
export const SERVICE_FAULTS = [
  'unreachable',
  'status',
  'noJson',
  'incomplete',
  'otherIssuer',
  'insecure',
  'noKeys',
  'answered',
  'otherCompany',
  'clientRefused',
] as const;
export type ServiceFault = (typeof SERVICE_FAULTS)[number];

/** What is tried of a service; each has its words under `signIn.checks`. */
export type CheckName = 'discovery' | 'keys' | 'client';
/** Each throws ServiceError. */
export type Checks = readonly (readonly [CheckName, () => Promise<void>])[];

export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  constructor(
    readonly fault: ServiceFault,
    readonly values: Record<string, string | number> = {},
  ) {
    super(`${fault} ${JSON.stringify(values)}`);
  }
}

/** What the network says, which `fetch` keeps in the cause. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : String(cause instanceof Error ? cause.name : cause);
}

export type Answer = { status: number; body: unknown };

/**
 * Asks an address that the environment names, or that the service so named has told. Nothing a person enters leads here.
 * @throws ServiceError unreachable, noJson
 */
export async function askService(url: string, init: RequestInit = {}): Promise<Answer> {
  const { host } = new URL(url);
  const response = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(ASK_TIMEOUT_MS),
  }).catch((error: unknown) => {
    throw new ServiceError('unreachable', { host, cause: causeOf(error) });
  });
  const text = await response.text();
  try {
    const body: unknown = JSON.parse(text);
    return { status: response.status, body };
  } catch {
    if (response.ok) throw new ServiceError('noJson', { host });
    throw new ServiceError('status', { host, status: response.status });
  }
}

/** The same, of what has to succeed and to look like something. @throws ServiceError status, incomplete */
export async function askFor<T extends z.ZodType>(
  url: string,
  schema: T,
  init?: RequestInit,
): Promise<z.output<T>> {
  const { status, body } = await askService(url, init);
  const { host } = new URL(url);
  if (status !== 200) throw new ServiceError('status', { host, status });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ServiceError('incomplete', { host, field: parsed.error.issues[0]?.path.join('.') ?? '' });
}
