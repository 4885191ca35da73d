import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isPassing, PASSING_SECONDS } from '@/lib/db/passing';
import { isAppError, type AppError, type ErrorCode } from '@/lib/errors';
import { translateIssues } from '@/lib/i18n/issue-text';
import { negotiateLocale } from '@/lib/i18n/locale';
import { log } from '@/lib/log';
import { about } from './descriptions';
import { textsOf } from '@/lib/i18n/texts';

/** What every route may answer with. */
export const COMMON_ERRORS = [
  'INVALID_INPUT',
  'UNREADABLE',
  'KEY_INVALID',
  'KEY_EXPIRED',
  'KEY_REVOKED',
  'KEY_ADDRESS',
  'FORBIDDEN',
  'TOO_LARGE',
  'TOO_MANY_KEY_ATTEMPTS',
  'RATE_LIMITED',
] as const satisfies readonly ErrorCode[];

/** RFC 9457, with our code, and what is wrong with each field. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta(about('problemCode')),
    detail: z.string().meta(about('detail')),
    errors: z
      .array(z.object({ field: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .meta(about('problemErrors')),
    requestId: z.string().optional().meta(about('requestId')),
  })
  .meta({ id: 'Problem' });

type Problem = z.output<typeof problemSchema>;

const typeOf = (code: string) => `urn:suncode:problem:${code}`;

function problemOf(error: AppError, language: string | null): Problem {
  const t = textsOf(negotiateLocale(language));
  const { code, status, values, issues } = error;
  const detail = t(`errors.codes.${code}`, values);
  const texts = translateIssues(issues, t);
  const errors = issues.map(({ field, key }) => ({ field, code: key, detail: texts[field] ?? '' }));
  return {
    ...{ type: typeOf(code), title: code, status, code, detail },
    ...(errors.length > 0 && { errors }),
  };
}

function faultOf(fault: unknown, language: string | null): Problem {
  const requestId = randomUUID();
  log().error({ err: fault, requestId }, 'a request of a program failed');
  const t = textsOf(negotiateLocale(language));
  const isOutage = isPassing(fault);
  const detail = t(isOutage ? 'errors.outage' : 'errors.codes.FAULT', { requestId });
  const status = isOutage ? 503 : 500;
  return { type: typeOf('FAULT'), title: 'FAULT', status, code: 'FAULT', detail, requestId };
}

/** @param language of the request's Accept-Language; the code is for programs and the same in all of them */
export function toProblem(error: unknown, language: string | null): Problem {
  return isAppError(error) ? problemOf(error, language) : faultOf(error, language);
}

/** How long to wait before it makes sense to ask again, and by which methods. */
export function refusalHeaders(error: unknown): Record<string, string> {
  const passing = isPassing(error) ? { seconds: PASSING_SECONDS } : {};
  const { seconds, allowed } = isAppError(error) ? error.values : { ...passing, allowed: undefined };
  return {
    ...(seconds !== undefined && { 'retry-after': String(seconds) }),
    ...(allowed !== undefined && { allow: String(allowed) }),
  };
}
