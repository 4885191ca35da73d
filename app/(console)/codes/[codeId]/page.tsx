import type { Metadata } from 'next';
import { after } from 'next/server';
import { CodeDetail } from '@/components/codes/detail/code-detail';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { recordUse } from '@/lib/recent/service';
import { hasIntactPicture, loadCode } from './load-code';

type Props = { params: Promise<{ codeId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = await loadCode(await pageActor(), (await params).codeId);
  return { title: code.name };
}

export default async function CodePage({ params }: Props) {
  const actor = await pageActor();
  const code = await loadCode(actor, (await params).codeId);
  after(() => recordUse(actor, code.id));
  const intact = code.status === 'READY' && (await hasIntactPicture(actor, code.id));
  return <CodeDetail code={code} intact={intact} canWrite={roleCan(actor.role, 'codes.write')} />;
}
