import 'server-only';
import { changesOf } from '@/lib/audit/changes';
import { recordAudit } from '@/lib/audit/service';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { seenApps } from '@/lib/apps/sight';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parseInput } from '@/lib/validation';
import { sql } from '@/lib/db/sql';
import { DECLARED_PAGES_MAX, declaredText, type DeclaredParameter } from './declaration';
import { declareIssue, declareIssues, keptAll } from './keep';
import { printedIssues } from './printed';
import { readKept } from './queries';
import { declareSchema, type DeclareInput } from './schema';

type Place = { miniProgramId: string; page: string };

/** What is declared of a page now; others wait until the end of the transaction. */
async function lockPage(tx: Tx, place: Place): Promise<DeclaredParameter[]> {
  await tx.declaredPage.createMany({ data: [{ ...place, parameters: [] }], skipDuplicates: true });
  const [row] = await tx.$queryRaw<{ parameters: unknown }[]>(sql`
    SELECT "parameters" FROM "DeclaredPage"
    WHERE "miniProgramId" = ${place.miniProgramId} AND "page" = ${place.page} FOR UPDATE`);
  return readKept(row?.parameters);
}

/**
 * Says which parameters a page takes. What was declared before keeps its name, short name and type for ever, and what is left
 * out is still read: codes are printed with it.
 * @throws AppError FORBIDDEN, NOT_FOUND, INVALID_INPUT that names the parameter, and the code that would be read wrongly
 */
export async function declareParameters(
  actor: Actor,
  miniProgramId: string,
  input: DeclareInput,
): Promise<void> {
  requirePermission(actor, 'codes.write');
  const { page, parameters } = parseInput(declareSchema, input);
  const place = { miniProgramId, page };
  await db().$transaction(async (tx) => {
    const where = { id: miniProgramId, AND: seenApps(actor) };
    if ((await tx.miniProgram.count({ where })) === 0) throw new AppError('NOT_FOUND');
    const before = await lockPage(tx, place);
    const known = new Set(before.map(({ name }) => name));
    const fresh = parameters.flatMap((parameter, at) =>
      known.has(parameter.name) ? [] : [{ at, parameter }],
    );
    const wrong = declareIssues(before, parameters);
    if (before.length + parameters.length === 0)
      wrong.push({ field: 'parameters', key: 'errors.issues.required', values: {} });
    const issues = wrong.length > 0 ? wrong : await printedIssues(tx, place, fresh);
    if ((await tx.declaredPage.count({ where: { miniProgramId } })) > DECLARED_PAGES_MAX)
      issues.push(declareIssue('page', 'tooManyPages', { max: DECLARED_PAGES_MAX }));
    if (issues.length > 0) throw new AppError('INVALID_INPUT', { issues });
    const after = keptAll(before, parameters);
    const changes = changesOf({ parameters: declaredText(before) }, { parameters: declaredText(after) });
    if (!changes && before.length > 0) return;
    await tx.declaredPage.updateMany({ where: place, data: { parameters: after } });
    const details = { page };
    await recordAudit(tx, actor, {
      ...{ action: 'app.declareParameters', targetId: miniProgramId, details },
      ...(changes && { changes }),
    });
  });
}
