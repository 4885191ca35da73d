'use client';

import { useTranslations } from 'next-intl';
import { offerReload } from '@/components/data/update/offer-reload';
import { failureOf, type ActionFailure } from '@/lib/actions/failure';
import type { ActionResult } from '@/lib/actions/outcome';

function useFailureText() {
  const t = useTranslations('common.failure');
  return (failure: ActionFailure): string => {
    switch (failure.kind) {
      case 'origin': {
        const { origin, host, appUrl } = failure;
        return appUrl ? t('originOther', { origin, appUrl }) : t('origin', { origin, host });
      }
      case 'refused':
        return failure.message;
      case 'fault':
        return t('fault', { requestId: failure.requestId });
      default:
        return t(failure.kind);
    }
  };
}

/** What an error of a server action says to the person; after an update also offers to load the page anew. */
export function useFailure() {
  const t = useTranslations('common.failure');
  const textOf = useFailureText();
  return (error: unknown): string => {
    const failure = failureOf(error, navigator.onLine);
    const text = textOf(failure);
    if (failure.kind === 'update') offerReload(text, t('reload'));
    return text;
  };
}

/** A server action whose call never fails: what kept it from being answered comes back like what the server refuses. */
export function useReach() {
  const failed = useFailure();
  return async <Data>(answer: Promise<ActionResult<Data>>): Promise<ActionResult<Data>> => {
    try {
      return await answer;
    } catch (error) {
      return { serverError: { code: 'UNREACHED', message: failed(error), fields: {} } };
    }
  };
}
