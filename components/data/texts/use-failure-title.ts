import { useTranslations } from 'next-intl';
import { isOwnFailure, type FailureKey } from '@/lib/codes/generate/failure-key';

/** Why a code failed, in a few words. By itself, so that a list sends the titles alone and not what the error coach says. */
export function useFailureTitle() {
  const t = useTranslations();
  return (key: FailureKey) =>
    t(isOwnFailure(key) ? `codes.detail.failure.${key}.title` : `wechat.errors.${key}.title`);
}
