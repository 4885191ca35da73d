import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { CopyRow } from './copy-row';

/** What WeChat's staff, or whoever runs the server, will ask for. */
export function RawFailure({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.failure');
  const { errcode, errmsg, rid, failureReason, attempts } = code;
  return (
    <details className="group mt-4 border-t border-border pt-3">
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-xs text-[0.8125rem] text-muted-foreground focus-ring hover:text-foreground [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open:rotate-90" />
        {t('raw')}
      </summary>
      <DescriptionList className="mt-2">
        {errcode !== null && <CopyRow mono label={t('errcode')} text={String(errcode)} />}
        {errcode === null && failureReason && <CopyRow mono label={t('reason')} text={failureReason} />}
        {errmsg && <CopyRow mono label={t(errcode === null ? 'detail' : 'errmsg')} text={errmsg} />}
        {rid && <CopyRow mono label={t('rid')} text={rid} />}
        <DescriptionRow label={t('attemptsLabel')}>{t('attempts', { count: attempts })}</DescriptionRow>
      </DescriptionList>
    </details>
  );
}
