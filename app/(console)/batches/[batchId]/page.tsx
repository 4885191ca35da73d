import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { BatchRun, DraftEditor, DraftView } from '@/components/batches/batch-views';
import { withTexts } from '@/components/layout/page/send-texts';
import type { Actor } from '@/lib/auth/actor';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { getDraft } from '@/lib/batches/draft/get-draft';
import { listPresets } from '@/lib/batches/plan/presets';
import { orNotFound } from '@/lib/http/page';
import { loadBatch } from './load-batch';

type Props = { params: Promise<{ batchId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const batch = await loadBatch(await pageActor(), (await params).batchId);
  return { title: batch.name };
}

/** A draft is set up here, and what became of it is watched here. */
async function BatchPage({ params }: Props) {
  const actor = await pageActor();
  const batch = await loadBatch(actor, (await params).batchId);
  const canWrite = roleCan(actor.role, 'batches.write');
  if (batch.state === 'DRAFT') return <DraftPage actor={actor} batchId={batch.id} canWrite={canWrite} />;
  return <BatchRun batch={batch} canWrite={canWrite} />;
}

type DraftPageProps = { actor: Actor; batchId: string; canWrite: boolean };

async function DraftPage({ actor, batchId, canWrite }: DraftPageProps) {
  const locale = await getLocale();
  const [draft, presets] = await Promise.all([
    orNotFound(getDraft(actor, batchId, locale)),
    listPresets(actor),
  ]);
  if (!canWrite) return <DraftView draft={draft} />;
  // Read differently, a table has other columns, and the form begins anew with them.
  const key = JSON.stringify(draft.origin);
  return <DraftEditor key={key} draft={draft} presets={presets} />;
}

export default withTexts(BatchPage, [
  'audit',
  'batches',
  'codes',
  'wechat.errors',
  'batchIssues',
  'errors.issues',
  'organize',
  'purposes.form',
  'purposes.room',
  'purposes.technical',
  'wechat.issues',
  'wechat.characters',
  'wechat.traps',
]);
