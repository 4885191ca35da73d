import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useIsOddSandbox } from '@/components/layout/scope/sandbox-badge';
import { Badge } from '@/components/ui/badge';
import type { CodeItem } from '@/lib/codes/find/query-options';
import { targetOf } from './code-text';

const TONES = { QUEUED: 'neutral', GENERATING: 'info', READY: 'success', FAILED: 'danger' } as const;

export function StatusBadge({ status }: { status: CodeItem['status'] }) {
  const t = useTranslations('codes.gallery.status');
  return (
    <Badge tone={TONES[status]} dot>
      {t(status)}
    </Badge>
  );
}

export function EndpointBadge({ endpoint }: { endpoint: CodeItem['endpoint'] }) {
  const t = useTranslations('codes.endpoints');
  return (
    <Badge tone="outline" title={t(`${endpoint}.short`)} className="max-w-full min-w-0 shrink">
      <span className="truncate">{t(`${endpoint}.short`)}</span>
    </Badge>
  );
}

/** `SandboxBadge` for small cards: only its sign. */
export function SandboxSign({ item }: { item: CodeItem }) {
  const t = useTranslations('layout.apps');
  if (!useIsOddSandbox(item.miniProgram.mode)) return null;
  return (
    <Badge tone="info" role="img" aria-label={t('sandbox')} title={t('sandboxHint')} className="px-1.5">
      <FlaskConical aria-hidden />
    </Badge>
  );
}

/** What the picture shows, for those who do not see it. */
export function usePictureText() {
  const t = useTranslations('codes.gallery');
  const endpointName = useTranslations('codes.endpoints');
  return (item: CodeItem) =>
    t('pictureAlt', {
      name: item.name,
      endpoint: endpointName(`${item.endpoint}.short`),
      target: targetOf(item),
    });
}
