import { useTranslations } from 'next-intl';
import { isOwnFailure, type FailureKey } from '@/lib/codes/generate/failure-key';

/** What the error coach says of a failure: title, cause, remedy. */
export function useFailureTexts() {
  const own = useTranslations('codes.detail.failure');
  const wechat = useTranslations('wechat.errors');
  return (key: FailureKey) =>
    isOwnFailure(key)
      ? { title: own(`${key}.title`), cause: own(`${key}.cause`), remedy: own(`${key}.remedy`) }
      : { title: wechat(`${key}.title`), cause: wechat(`${key}.cause`), remedy: wechat(`${key}.remedy`) };
}
