import { useTranslations } from 'next-intl';
import type { ServiceId } from '@/lib/users/sign-in-services/service-ids';

/** A service as people know it. `name` is what the team calls the one that has no name of its own. */
export function useServiceName(): (service: { id: ServiceId; name: string | null }) => string {
  const t = useTranslations('signIn.services');
  return ({ id, name }) => name ?? t(id);
}
