import type { AppJsonIssueKey } from '@/lib/apps/pages/issues';
import type { DeclareIssueKey } from '@/lib/apps/parameters/issues';
import type { BatchIssueKey } from '@/lib/batches/issues';
import type { ExportIssueKey } from '@/lib/exports/issues';
import type { IssueKey as WechatIssueKey } from '@/lib/wechat/rules/issues';

/**
 * The errors that a person may see. Every other error is a fault: it is logged under a request id and shown as that id.
 * A code is also the key of its text (`errors.codes.<code>`), so the same error speaks each language.
 */
const STATUS = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  FOREIGN_PAGE: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  ACCOUNT_OFF: 403,
  APP_ID_TAKEN: 409,
  APP_DISABLED: 409,
  APP_HAS_BATCHES: 409,
  APP_HAS_CODES: 409,
  BACKUP_UNDER_WAY: 409,
  BATCH_BAD_ROWS: 409,
  BATCH_CHANGED: 409,
  BATCH_EDITED: 409,
  BATCH_NOTHING: 409,
  BATCH_NO_FAILURE: 409,
  BATCH_OVER_QUOTA: 409,
  BATCH_STARTED: 409,
  BATCH_STATE: 409,
  BULK_COUNT_CHANGED: 409,
  BULK_NO_UNDO: 409,
  CODE_BUSY: 409,
  CODE_NOT_FAILED: 409,
  CODE_RELEASED: 409,
  DESIGN_CHANGED: 409,
  DESIGN_NAME_TAKEN: 409,
  DESIGN_PICTURE_LOST: 409,
  EXPORT_CHANGED: 409,
  EXPORT_EMPTY: 409,
  EXPORT_STATE: 409,
  QUOTA_EXHAUSTED: 409,
  QUOTA_FLOOR: 409,
  FOLDER_FULL: 409,
  OTHERS_USE_IT: 403,
  FOLDER_NAME_TAKEN: 409,
  KEY_ADDRESS: 403,
  KEY_EXPIRED: 401,
  KEY_INVALID: 401,
  KEY_OFF: 409,
  KEY_REVOKED: 401,
  IDEMPOTENCY_BUSY: 409,
  IDEMPOTENCY_REUSED: 422,
  LAST_ADMIN: 409,
  LAST_WAY_IN: 409,
  LINK_GONE: 404,
  MEMBER_OFF: 409,
  HEIR_SEES_LESS: 409,
  METHOD_NOT_ALLOWED: 405,
  NO_ADDRESS: 409,
  NO_MAIL: 409,
  NO_PICTURE: 409,
  PAGE_OUTDATED: 409,
  PRESET_NAME_TAKEN: 409,
  PRINT_OUT: 409,
  TOO_MANY_PURPOSES: 409,
  PASSKEY_NOT_HERE: 409,
  PASSKEY_WRONG: 400,
  PASSWORD_OFF: 403,
  PASSWORD_WRONG: 400,
  RATE_LIMITED: 429,
  SANDBOX_OFF: 409,
  SECOND_STEP_NEEDED: 401,
  SECOND_STEP_OWN: 409,
  SECOND_STEP_REQUIRED: 403,
  SECOND_STEP_STATE: 409,
  SECOND_STEP_WRONG: 400,
  SERVICE_BUSY: 429,
  SERVICE_CANCELLED: 400,
  SERVICE_CONNECT_FIRST: 403,
  SERVICE_DOWN: 502,
  SERVICE_FAILED: 502,
  SERVICE_REFUSED: 403,
  SERVICE_STALE: 400,
  SERVICE_TAKEN: 409,
  SERVICE_WAITING: 403,
  SETUP_DONE: 404,
  SIGN_IN_BUSY: 503,
  TABLE_CHANGED: 409,
  TAG_NAME_TAKEN: 409,
  TOO_LARGE: 413,
  STOCK_NAME_TAKEN: 409,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_CODES: 429,
  TOO_MANY_DESIGNS: 409,
  TOO_MANY_FOLDERS: 409,
  TOO_MANY_PASSKEYS: 409,
  TOO_MANY_PLANS: 409,
  TOO_MANY_KEYS: 409,
  TOO_MANY_WEBHOOKS: 409,
  WEBHOOK_OFF: 409,
  TOO_MANY_KEY_ATTEMPTS: 429,
  TOO_MANY_STOCKS: 409,
  TOO_MANY_TAGS: 409,
  TOO_MANY_VIEWS: 409,
  UNREADABLE: 400,
  VECTOR_UNLIKE: 409,
  VECTOR_UNREADABLE: 409,
  VIEW_NAME_TAKEN: 409,
} as const;

export type ErrorCode = keyof typeof STATUS;

export type IssueValues = Record<string, string | number>;

/** What can be wrong with a field beside WeChat's own rules; each has a text under `errors.issues`. */
export const COMMON_ISSUE_KEYS = [
  'required',
  'invalid',
  'type',
  'format',
  'unstorable',
  'email',
  'emailNone',
  'emailOf',
  'emailMember',
  'emailTaken',
  'emailTooMany',
  'tooLong',
  'tooShort',
  'tooBig',
  'tooSmall',
  'passwordsDiffer',
  'passwordWrong',
  'passwordOld',
  'passwordPersonal',
  'passwordCommon',
  'passwordRepeated',
  'passwordKeyboard',
  'passwordWeak',
  'signInCode',
  'appId',
  'appIdOriginal',
  'appIdTaken',
  'secretIsAppId',
  'tokenUrl',
  'robotUrl',
  'privateAddress',
  'address',
  'headerName',
  'headerValue',
  'parameterName',
  'pageAddress',
  'taken',
  'noParameter',
  'unknownField',
  'unknownKey',
  'liveParameters',
  'liveTooLong',
  'liveUnlimited',
  'liveNothing',
  'ruleDays',
  'ruleTimes',
  'ruleAlways',
  'past',
] as const;
export type CommonIssueKey = (typeof COMMON_ISSUE_KEYS)[number];

export type IssueTextKey =
  | `appPages.issues.${AppJsonIssueKey}`
  | `appPages.declareIssues.${DeclareIssueKey}`
  | `errors.issues.${CommonIssueKey}`
  | `wechat.issues.${WechatIssueKey}`
  | `batchIssues.${BatchIssueKey}`
  | `exports.issues.${ExportIssueKey}`;

/** One thing wrong with one field; `key` is its message key, `values` the limits that the text mentions. */
export type FieldIssue = { field: string; key: IssueTextKey; values: IssueValues };

type Details = { values?: IssueValues; issues?: FieldIssue[] };

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly values: IssueValues;
  readonly issues: FieldIssue[];

  constructor(
    readonly code: ErrorCode,
    { values = {}, issues = [] }: Details = {},
  ) {
    super(issues.length > 0 ? `${code}: ${issues.map((i) => `${i.field} ${i.key}`).join(', ')}` : code);
    this.values = values;
    this.issues = issues;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

// By name and not `instanceof`: the start script and Next's bundle each load their own copy of this class.
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError';
}
