import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import { askService, ServiceError } from './ask-service';
import type { ServiceId } from './service-ids';
import type { Vouched } from './vouched';

// 企业微信, 钉钉 and 飞书 speak of OAuth and each means something of its own by it. What they have in common stands here.

const textSchema = z.string().optional().catch(undefined);
const refusalSchema = z
  .object({
    errcode: z.number().optional(),
    code: z.union([z.number(), z.string()]).optional(),
    ...{ errmsg: textSchema, msg: textSchema, message: textSchema, error_description: textSchema },
  })
  .catch({});

/** What they say went wrong, each in fields of its own; most say so in the body alone. */
function refusalIn(body: unknown, status: number): { code: number | string; text: string } | null {
  const { errcode, code: other, ...said } = refusalSchema.parse(body);
  const code = errcode ?? other ?? (status < 400 ? 0 : status);
  if (code === 0 && status < 400) return null;
  const text = said.errmsg ?? said.msg ?? said.message ?? said.error_description ?? '';
  return { code, text: text.slice(0, 300) };
}

/** Asks one of them. @throws ServiceError */
export async function askDialect<T extends z.ZodType>(
  url: string,
  schema: T,
  init?: RequestInit,
): Promise<z.output<T>> {
  const { status, body } = await askService(url, init);
  const { host } = new URL(url);
  if (status >= 500) throw new ServiceError('status', { host, status });
  const refusal = refusalIn(body, status);
  if (refusal) throw new ServiceError('answered', { host, ...refusal });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ServiceError('incomplete', { host, field: parsed.error.issues[0]?.path.join('.') ?? '' });
}

export const jsonOf = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** What a browser has brought back, and what belongs to it. */
export type Brought = { code: string; callbackUrl: string; verifier: string | undefined };

type Dialect = {
  id: ServiceId;
  clientId: string;
  clientSecret: string;
  login: { url: string; params: Record<string, string | undefined> };
  checks: ('state' | 'pkce')[];
  vouch: (brought: Brought) => Promise<Vouched>;
};

/** One of them as a provider of next-auth, which keeps state and verifier in the browser's cookies. */
export function dialectProvider(dialect: Dialect): OAuthConfig<object> {
  const { id, clientId, clientSecret, login, checks, vouch } = dialect;
  let vouched: Vouched | undefined;
  return {
    ...{ id, name: id, type: 'oauth', issuer: login.url, clientId, clientSecret, checks },
    ...{ idToken: false, authorization: login },
    token: {
      request: async ({ params, checks: own, provider }) => {
        // Of a request of ours next-auth compares nothing.
        if (!own.state || params.state !== own.state) throw new Error('state mismatch');
        if (!params.code) throw new Error('the service brought no code');
        const verifier = 'code_verifier' in own ? own.code_verifier : undefined;
        vouched = await vouch({ code: params.code, callbackUrl: provider.callbackUrl, verifier });
        return { tokens: {} };
      },
    },
    userinfo: {
      // Was told with the token.
      request: () => ({}),
    },
    profile: () => {
      if (!vouched) throw new Error('the service vouched for nobody');
      return { id: vouched.subject, vouched };
    },
  };
}
