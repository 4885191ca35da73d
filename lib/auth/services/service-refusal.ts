import { SERVICE_IDS, type ServiceId } from '@/lib/users/sign-in-services/service-ids';

/** How signing in by a service can end, beside signing in; each has its words under `errors.codes`. */
export const SERVICE_REFUSALS = [
  ...(['SERVICE_DOWN', 'SERVICE_FAILED', 'SERVICE_STALE', 'SERVICE_CANCELLED', 'SERVICE_BUSY'] as const),
  ...([
    'SERVICE_REFUSED',
    'SERVICE_WAITING',
    'SERVICE_CONNECT_FIRST',
    'SERVICE_TAKEN',
    'ACCOUNT_OFF',
  ] as const),
];
export type ServiceRefusalCode = (typeof SERVICE_REFUSALS)[number];

export type ServiceRefusal = { code: ServiceRefusalCode; service: ServiceId; requestId?: string | undefined };

const REQUEST_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The refusal as it stands in the address of the page that shows it. */
export function refusalPath(page: '/sign-in' | '/settings/account', refusal: ServiceRefusal): string {
  const { code, service, requestId } = refusal;
  return `${page}?${new URLSearchParams({ refused: code, service, ...(requestId && { request: requestId }) })}`;
}

/** Reads it back. Anybody can make such an address: it chooses among our sentences, and says nothing of its own. */
export function refusalIn(params: Record<string, string | string[] | undefined>): ServiceRefusal | null {
  const code = SERVICE_REFUSALS.find((known) => known === params.refused);
  const service = SERVICE_IDS.find((known) => known === params.service);
  if (!code || !service) return null;
  const { request } = params;
  return {
    code,
    service,
    requestId: typeof request === 'string' && REQUEST_ID.test(request) ? request : undefined,
  };
}
