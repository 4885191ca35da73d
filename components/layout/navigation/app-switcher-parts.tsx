import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

export type ShellApp = { id: string; name: string; appId: string; mode: 'LIVE' | 'SANDBOX' };

export function SandboxBadge() {
  const t = useTranslations('layout.apps');
  return <Badge tone="info">{t('sandbox')}</Badge>;
}

export function AppTile({ name }: { name: string | undefined }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-sm bg-muted-strong text-xs font-semibold text-foreground"
    >
      {[...(name ?? '–')][0]}
    </span>
  );
}
