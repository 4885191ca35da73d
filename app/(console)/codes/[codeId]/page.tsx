import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { after } from 'next/server';
import { CodeDetail } from '@/components/codes/detail/code-detail';
import { withTexts } from '@/components/layout/page/send-texts';
import { getDeclaredPages } from '@/lib/apps/parameters/queries';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { getReplacement } from '@/lib/codes/find/queries';
import { listOtherVersions } from '@/lib/codes/generate/promote';
import { siteLiveOrigin } from '@/lib/http/origin/site-origin';
import { orNotFound } from '@/lib/http/page';
import { getLive } from '@/lib/live/queries';
import { listPrintsOfCode } from '@/lib/print/records/queries';
import { getQueryClient } from '@/lib/query/client';
import { recordUse } from '@/lib/recent/service';
import { prefetchOrder } from '../prefetch-order';
import { hasIntactPicture, loadCode } from './load-code';

type Props = { params: Promise<{ codeId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = await loadCode(await pageActor(), (await params).codeId);
  return { title: code.name };
}

async function CodePage({ params }: Props) {
  const actor = await pageActor();
  const code = await loadCode(actor, (await params).codeId);
  after(() => recordUse(actor, code.id));
  const intact = code.status === 'READY' && (await hasIntactPicture(actor, code.id));
  const client = getQueryClient();
  const [prints, live, replacement, others, declared, liveOrigin] = await Promise.all([
    listPrintsOfCode(actor, code.id),
    orNotFound(getLive(actor, code.id)),
    getReplacement(actor, code.id),
    orNotFound(listOtherVersions(actor, code.id)),
    orNotFound(getDeclaredPages(actor, code.miniProgram.id)),
    siteLiveOrigin(),
    prefetchOrder(client, actor),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <CodeDetail
        {...{ code, intact, prints, live, replacement, others, declared, liveOrigin }}
        canWrite={roleCan(actor.role, 'codes.write')}
      />
    </HydrationBoundary>
  );
}

export default withTexts(CodePage, [
  'audit',
  'codes',
  'exports.job',
  'live',
  'organize',
  'errors',
  'wechat.issues',
  'wechat.characters',
]);
