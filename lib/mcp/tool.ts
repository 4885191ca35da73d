import 'server-only';
import { z } from 'zod';
import type { AnyReply, Endpoint } from '@/lib/api/endpoint';
import { ENDPOINTS } from '@/lib/api/endpoints';
import type { KeyActor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import type { Locale } from '@/lib/i18n/locale';
import { requireStorable } from '@/lib/input/require-storable';
import { parseInput } from '@/lib/validation';

/** What an endpoint is asked, as its path, its query and its body would say it. */
type Asked = { params?: Record<string, string>; query?: unknown; body?: unknown };

type Context = {
  actor: KeyActor;
  locale: Locale;
  /** Does what the route does that the tool stands for. */
  call: (asked: Asked) => Promise<AnyReply>;
};

/**
 * read: nothing changes. make: something is kept. change: what was there is another thing then. spend: permanent quota may be
 * taken, which nobody gives back.
 */
type Effect = 'read' | 'make' | 'change' | 'spend';

type Declared<Input> = {
  name: string;
  title: string;
  /** For the model: what it is for, and what to do before and after. */
  description: string;
  /** The id of the route of the REST API that it stands for: permission and answer are the same. */
  of: string;
  effect: Effect;
  input: z.ZodType<Input>;
  /** Of the answer, where it says more than that of the route. */
  output?: z.ZodType;
  handle: (input: Input, context: Context) => Promise<AnyReply>;
};

export type Tool = Omit<Declared<never>, 'input' | 'handle' | 'of' | 'output'> & {
  endpoint: Endpoint;
  input: z.ZodType;
  /** Null for a picture. */
  output: z.ZodType | null;
  /** @throws AppError, as the route */
  run: (actor: KeyActor, args: unknown, locale: Locale) => Promise<AnyReply>;
};

/** @throws Error for an id that no route has */
export function endpointOf(id: string): Endpoint {
  const endpoint = ENDPOINTS.find((one) => one.id === id);
  if (!endpoint) throw new Error(`no endpoint ${id}`);
  return endpoint;
}

/** A tool of assistants that stands for a route of the REST API: the same declarations check it, the same use case does it. */
export function tool<Input>({ of, input, output, handle, ...rest }: Declared<Input>): Tool {
  const endpoint = endpointOf(of);
  const told = output ?? endpoint.output;
  return {
    ...rest,
    endpoint,
    input,
    output: told instanceof z.ZodType ? told : null,
    run: async (actor, args, locale) => {
      requirePermission(actor, endpoint.permission);
      requireStorable(args);
      const call = ({ params = {}, query = {}, body }: Asked) =>
        endpoint.run({ actor, params, query, body, locale });
      return handle(parseInput(input, args), { actor, locale, call });
    },
  };
}
