import { LayoutGrid } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

export function SandboxBadge() {
  const t = useTranslations('layout.apps');
  return <Badge tone="info">{t('sandbox')}</Badge>;
}

/** The first letter of its name; without one, the sign for all of them. */
export function AppTile({ name }: { name?: string | undefined }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-sm bg-muted-strong text-xs font-semibold text-foreground"
    >
      {name ? [...name][0] : <LayoutGrid className="size-4" />}
    </span>
  );
}
