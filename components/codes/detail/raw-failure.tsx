import { useTranslations } from 'next-intl';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { Disclosure } from '@/components/ui/disclosure';
import type { CodeDetail } from '@/lib/codes/find/queries';
import { CopyRow } from './copy-row';

/** What WeChat's staff, or whoever runs the server, will ask for. */
export function RawFailure({ code }: { code: CodeDetail }) {
  const t = useTranslations('codes.detail.failure');
  const { errcode, errmsg, rid, failureReason, attempts } = code;
  return (
    <Disclosure summary={t('raw')} className="mt-4 border-t border-border pt-3">
      <DescriptionList className="mt-2">
        {errcode !== null && <CopyRow mono label={t('errcode')} text={String(errcode)} />}
        {errcode === null && failureReason && <CopyRow mono label={t('reason')} text={failureReason} />}
        {errmsg && <CopyRow mono label={t(errcode === null ? 'detail' : 'errmsg')} text={errmsg} />}
        {rid && <CopyRow mono label={t('rid')} text={rid} />}
        <DescriptionRow label={t('attemptsLabel')}>{t('attempts', { count: attempts })}</DescriptionRow>
      </DescriptionList>
    </Disclosure>
  );
}
