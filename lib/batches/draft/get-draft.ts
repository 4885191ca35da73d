import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requirePermission } from '@/lib/auth/permissions';
import { loadCheck } from '@/lib/batches/check/checks';
import type { Draft } from './draft-types';
import { columnsOf } from '@/lib/batches/plan/columns';
import { explainGuess } from '@/lib/batches/plan/explain-guess';
import { guessPlan } from '@/lib/batches/plan/guess-plan';
import type { AskedFor } from '@/lib/batches/plan/guess-purpose';
import { openDraft } from './open-draft';
import { versionOf } from '@/lib/batches/table/stored-table';
import { NO_EDITS } from '@/lib/batches/table/table';
import { batchPlanSchema } from '@/lib/batches/plan/plan-schema';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import { recentPages } from '@/lib/codes/find/recent-pages';
import { builtInPurposes } from '@/lib/purposes/built-in';
import type { PurposeDefinition } from '@/lib/purposes/purpose';
import { knownPurposes } from '@/lib/purposes/queries';

/** What columns are called is understood in any language, so that of the reader changes nothing but how codes are named. */
async function shownPurposes(actor: Actor, appId: string, locale: Locale): Promise<AskedFor[]> {
  const said = new Map<string, PurposeDefinition>(Object.entries(builtInPurposes(locale)));
  const purposes = await knownPurposes(actor, LOCALES[0]);
  return purposes
    .filter(({ hidden }) => !hidden)
    .map((purpose) => {
      const page = purpose.pages[appId] ?? '';
      // What an administrator wrote stands in one language.
      const named = purpose.origin === 'builtIn' ? said.get(purpose.key) : undefined;
      return { ...purpose, ...(named && { nameTemplate: named.nameTemplate }), page };
    });
}

/**
 * A batch that is still being mapped: its columns with sample values, and the plan so far or a first guess at one.
 * @param locale of the names that the form of a purpose would give
 * @throws AppError NOT_FOUND, BATCH_STARTED
 */
export async function getDraft(actor: Actor, batchId: string, locale: Locale = LOCALES[0]): Promise<Draft> {
  requirePermission(actor, 'batches.read');
  const { draft, table, origin, head } = await openDraft(actor, batchId);
  const { id, name, source, miniProgram, tableKey } = draft;
  const stored = batchPlanSchema.safeParse(draft.plan);
  const check = stored.success ? await loadCheck(tableKey, draft.plan) : null;
  const columns = columnsOf(table);
  const [purposes, pages] = await Promise.all([
    shownPurposes(actor, miniProgram.id, locale),
    recentPages([miniProgram.id]),
  ]);
  const guessed = guessPlan(columns, purposes);
  return {
    ...{ id, name, source, origin },
    miniProgram: {
      id: miniProgram.id,
      name: miniProgram.name,
      mode: miniProgram.mode,
      pathMaxBytes: miniProgram.pathMaxBytes,
    },
    findings: head.findings,
    rowCount: head.rowCount,
    version: versionOf(tableKey),
    edits: head.edits ?? NO_EDITS,
    columns: head.columns,
    sampleRows: head.sampleRows,
    recentPages: pages.get(miniProgram.id) ?? [],
    plan: stored.success ? stored.data : guessed.plan,
    guess: explainGuess(columns, guessed),
    isGuess: !stored.success,
    lastCheck: check?.dryRun ?? null,
    createdAt: draft.createdAt.toISOString(),
  };
}
