import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AppError, ErrorCode } from '@/lib/errors';
import { translateIssues } from './issue-text';

/** An error as it leaves the server, in the reader's language. `fields` maps a field's name to what is wrong with it. */
export type PublicError = {
  /** `UNREACHED` comes from the browser: nobody answered (components/data/actions/use-reach.ts). */
  code: ErrorCode | 'FAULT' | 'UNREACHED';
  message: string;
  fields: Record<string, string>;
  /** Names the log line of a fault. */
  requestId?: string;
};

export async function translateError(error: AppError): Promise<PublicError> {
  const t = await getTranslations();
  return {
    code: error.code,
    message: t(`errors.codes.${error.code}`, error.values),
    fields: translateIssues(error.issues, t),
  };
}

/**
 * What a person sees of an unexpected fault: an id to quote, nothing of the inside.
 * @param isOutage the database is out of order, which passes
 */
export async function translateFault(requestId: string, isOutage: boolean): Promise<PublicError> {
  const t = await getTranslations();
  const message = t(isOutage ? 'errors.outage' : 'errors.codes.FAULT', { requestId });
  return { code: 'FAULT', message, fields: {}, requestId };
}
