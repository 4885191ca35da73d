import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { withTexts } from '@/components/layout/page/send-texts';
import { PrintRecord } from '@/components/exports/records/print-record';
import { pageActor } from '@/lib/auth/session';
import { idOrNotFound, orNotFound } from '@/lib/http/page';
import { getPrint } from '@/lib/print/records/queries';

type Props = { params: Promise<{ printId: string }>; searchParams: Promise<{ after?: string | string[] }> };

const afterSchema = z.coerce.number().int().min(-1).max(10_000_000).catch(-1);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('prints'))('record') };
}

async function PrintRecordPage({ params, searchParams }: Props) {
  const [actor, { printId }, { after }] = await Promise.all([pageActor(), params, searchParams]);
  const asked = getPrint(actor, idOrNotFound(printId), afterSchema.parse(after));
  return <PrintRecord record={await orNotFound(asked)} />;
}

export default withTexts(PrintRecordPage, ['prints', 'exports', 'codes.endpoints', 'codes.gallery']);
