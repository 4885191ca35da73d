import { Building2 } from 'lucide-react';
import type { ServiceId } from '@/lib/users/sign-in-services/service-ids';

const SIGNS: Partial<Record<ServiceId, { sign: string; color: string }>> = {
  wecom: { sign: '企', color: 'bg-[#2a6bd3]' },
  dingtalk: { sign: '钉', color: 'bg-[#0a6cd6]' },
  feishu: { sign: '飞', color: 'bg-[#00796b]' },
};

/** Stands before the name of a service, on its button and its row. */
export function ServiceMark({ id }: { id: ServiceId }) {
  const known = SIGNS[id];
  if (!known) return <Building2 aria-hidden className="size-5 shrink-0 text-muted-foreground" />;
  return (
    <span
      aria-hidden
      className={`flex size-5 shrink-0 items-center justify-center rounded-sm text-xs font-semibold text-white ${known.color}`}
    >
      {known.sign}
    </span>
  );
}
