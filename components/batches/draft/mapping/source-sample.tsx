'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Counter } from '@/components/codes/generate/fields/counter';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/form/checkbox';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { RowField } from '@/lib/batches/plan/plan';
import { FIELD_ENCODINGS } from '@/lib/batches/plan/plan';
import { translateIssue } from '@/lib/i18n/issue-text';
import { SCENE_MAX_CHARS, SCENE_PATTERN } from '@/lib/wechat/rules/limits';
import type { PlanValues, SourceValues } from '@/components/batches/draft/plan-values';
import { sampleOf } from './samples';

export type SourceSampleProps = {
  draft: Draft;
  field: RowField;
  source: SourceValues;
  onChange: (source: SourceValues) => void;
};

/** What the first row gets, before anything is checked or sent. */
export function SourceSample({ draft, field, source, onChange }: SourceSampleProps) {
  const t = useTranslations();
  const row = draft.sampleRows[0];
  const [sources, mends] = useWatch<PlanValues, ['sources', 'mends']>({ name: ['sources', 'mends'] });
  if (source.kind === 'none' || !row) return null;
  const { text, issues, isMended } = sampleOf({ draft, field, sources, row, mends });
  const issue = issues[0];
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-muted/60 px-3 py-2 text-[0.8125rem] leading-5">
      <div aria-live="polite" className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <span className="text-muted-foreground">{t('batches.mapping.sample', { line: row.line })}</span>
        {issue ? (
          <span className="min-w-0 flex-1 text-danger-text">{translateIssue(issue, t)}</span>
        ) : (
          <span className="min-w-0 flex-1 font-mono wrap-anywhere">
            {text || t('batches.mapping.sampleEmpty')}
          </span>
        )}
        {isMended && <Badge tone="success">{t('batches.mend.mended')}</Badge>}
        {field === 'scene' && !issue && <SceneCounter text={text} />}
      </div>
      <EncodeOption field={field} source={source} text={text} onChange={onChange} />
    </div>
  );
}

function SceneCounter({ text }: { text: string }) {
  const t = useTranslations('codes.generate.scene');
  const used = [...text].length;
  return <Counter text={t('counter', { used, max: SCENE_MAX_CHARS })} over={used > SCENE_MAX_CHARS} />;
}

type EncodeOptionProps = Pick<SourceSampleProps, 'field' | 'source' | 'onChange'> & { text: string };

/** Offered where it helps: for a scene with characters that WeChat refuses, and for a path put together from columns. */
function EncodeOption({ field, source, text, onChange }: EncodeOptionProps) {
  const t = useTranslations('batches.mapping');
  const helps =
    (field === 'scene' && text !== '' && !SCENE_PATTERN.test(text)) ||
    (field === 'path' && source.kind === 'text' && source.text.includes('{'));
  if (!source.encode && !helps) return null;
  const kind = FIELD_ENCODINGS[field];
  if (!kind) return null;
  return (
    <Checkbox
      label={t(`encode.${kind}`)}
      description={t(`encode.${kind}Hint`)}
      checked={source.encode}
      onCheckedChange={(encode) => onChange({ ...source, encode })}
    />
  );
}
