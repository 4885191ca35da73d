import { useTranslations } from 'next-intl';
import { isGuessed, type SourceValues } from '@/components/batches/draft/plan-values';
import type { Guess } from '@/lib/batches/plan/explain-guess';
import type { RowField } from '@/lib/batches/plan/plan';

export type GuessReasonProps = { guess: Guess; field: RowField; source: SourceValues };

/** Why this source was guessed, as long as nobody has chosen another one. */
export function GuessReason({ guess, field, source }: GuessReasonProps) {
  const t = useTranslations();
  const reason = guess.reasons[field];
  if (!reason || !isGuessed(guess.fields, field, source)) return null;
  const isLabel = field === 'scene' || field === 'name';
  const unique = reason.isUnique ? 'unique' : 'repeated';
  const list = (columns: string[]) =>
    columns.map((name) => t('batches.mapping.guess.column', { name })).join('');
  return (
    <p className="text-xs leading-5 text-muted-foreground">
      {t(`batches.mapping.guess.${reason.by}`, { columns: list(reason.columns) })}
      {reason.left && t('batches.mapping.guess.left', { columns: list(reason.left) })}
      {isLabel && reason.by !== 'together' && reason.by !== 'purpose' && t(`batches.mapping.guess.${unique}`)}
    </p>
  );
}
