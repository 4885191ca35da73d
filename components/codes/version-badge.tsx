import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { EnvVersion } from '@/lib/db/generated/enums';

export type VersionBadgeProps = { version: EnvVersion | null | undefined };

/** Of a code that only testers can open. Nearly all codes open the release version, and have none. */
export function VersionBadge({ version }: VersionBadgeProps) {
  const t = useTranslations('codes.versions');
  return version && version !== 'release' ? <Badge tone="warning">{t(version)}</Badge> : null;
}
