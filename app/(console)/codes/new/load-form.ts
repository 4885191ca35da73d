import 'server-only';
import type { FormApp, FormSource, FormStart } from '@/components/codes/generate/form-values';
import { listFormApps } from '@/app/(console)/form-apps';
import { formApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { fromColumns } from '@/lib/codes/generate/parameters';
import { getCode } from '@/lib/codes/find/queries';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';

export type FormQuery = Record<string, string | string[] | undefined>;
type LoadedForm = { apps: FormApp[]; start: FormStart | null; key: string };

async function loadSource(actor: Actor, codeId: string): Promise<FormSource> {
  const code = await orNotFound(getCode(actor, idOrNotFound(codeId)));
  return { miniProgramId: code.miniProgram.id, name: code.name, parameters: fromColumns(code) };
}

/** `?from=<codeId>` starts with the parameters of a stored code, `?endpoint=` with a choice; `start` is null without apps. */
export async function loadForm(actor: Actor, { from, endpoint }: FormQuery): Promise<LoadedForm> {
  const [apps, app, source] = await Promise.all([
    listFormApps(actor),
    formApp(actor),
    typeof from === 'string' ? loadSource(actor, from) : undefined,
  ]);
  const chosen = ENDPOINTS.find((known) => known === endpoint);
  const start = app && { miniProgramId: app.id, endpoint: chosen, source };
  return { apps, start, key: `${String(from)} ${String(chosen)}` };
}
