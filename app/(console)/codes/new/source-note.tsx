import { getTranslations } from 'next-intl/server';
import { countsUp, type FormSource, type FormStart } from '@/components/codes/generate/purposes/start-values';
import { Alert } from '@/components/ui/alert';
import type { Purpose } from '@/lib/purposes/purpose';

type SourceNoteProps = { start: FormStart; source: FormSource; purposes: Purpose[] };

/** What the form is filled in from. */
export async function SourceNote({ start, source, purposes }: SourceNoteProps) {
  const t = await getTranslations();
  const { name, purpose, replaces, isMade } = source;
  const made = isMade ? 'yes' : 'no';
  if (replaces) return <Alert className="mb-6">{t('codes.generate.replaces', { name, made })}</Alert>;
  const known = purposes.some(({ key }) => key === purpose?.key);
  const text = countsUp(start, purposes)
    ? t('purposes.form.next', { name })
    : t(known ? 'purposes.form.again' : 'codes.generate.source', { name });
  return <Alert className="mb-6">{text}</Alert>;
}
