import 'server-only';
import { getLocale } from 'next-intl/server';
import type { FormApp } from '@/components/codes/generate/form-values';
import type { FormSource, FormStart } from '@/components/codes/generate/purposes/start-values';
import { listFormApps } from '@/app/(console)/form-apps';
import { formApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { fromColumns } from '@/lib/codes/generate/parameters';
import { getCode } from '@/lib/codes/find/queries';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { getLive } from '@/lib/live/queries';
import type { Purpose } from '@/lib/purposes/purpose';
import { listPurposes } from '@/lib/purposes/queries';
import { ENDPOINTS } from '@/lib/wechat/rules/limits';

export type FormQuery = Record<string, string | string[] | undefined>;
type LoadedForm = { apps: FormApp[]; purposes: Purpose[]; start: FormStart | null; key: string };

async function loadSource(actor: Actor, codeId: string, isReplaced: boolean): Promise<FormSource> {
  const code = await orNotFound(getCode(actor, idOrNotFound(codeId)));
  const live = await orNotFound(getLive(actor, codeId));
  const { miniProgram, name, note, purpose, status } = code;
  return {
    miniProgramId: miniProgram.id,
    name,
    note,
    parameters: fromColumns(code),
    purpose,
    isMade: status !== 'FAILED',
    live: live && live.now.parameters,
    replaces: isReplaced ? code.id : null,
  };
}

/**
 * `?from=<codeId>` starts like a stored code, `?replace=<codeId>` with one that the new code shall stand in for, `?purpose=` with a purpose, `?endpoint=` with all parameters of a choice;
 * `start` is null without apps.
 */
export async function loadForm(actor: Actor, query: FormQuery): Promise<LoadedForm> {
  const { from, replace, endpoint, purpose } = query;
  const of = replace ?? from;
  const [apps, app, purposes, source] = await Promise.all([
    listFormApps(actor),
    formApp(actor),
    listPurposes(actor, await getLocale()),
    typeof of === 'string' ? loadSource(actor, of, of === replace) : undefined,
  ]);
  const chosen = ENDPOINTS.find((known) => known === endpoint);
  const wanted = typeof purpose === 'string' ? purpose : undefined;
  const start = app && { miniProgramId: app.id, endpoint: chosen, purpose: wanted, source };
  return { apps, purposes, start, key: [from, replace, chosen, wanted].map(String).join(' ') };
}
