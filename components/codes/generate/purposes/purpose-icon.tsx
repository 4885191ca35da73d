import { IdCard, Megaphone, Package, PencilLine, Shapes, Store, type LucideIcon } from 'lucide-react';
import { isBuiltIn, type BuiltInKey } from '@/lib/purposes/purpose';

const ICONS: Record<BuiltInKey, LucideIcon> = {
  table: Store,
  product: Package,
  employee: IdCard,
  campaign: Megaphone,
  blank: PencilLine,
};

/** Those that a team has added share one. */
export function PurposeIcon({ purposeKey, className }: { purposeKey: string; className?: string }) {
  const Icon = isBuiltIn(purposeKey) ? ICONS[purposeKey] : Shapes;
  return <Icon aria-hidden className={className} />;
}
