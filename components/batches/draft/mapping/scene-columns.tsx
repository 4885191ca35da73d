'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { RoomMeter } from '@/components/codes/generate/purposes/room-meter';
import { parametersOf, useDeclaredPages } from '@/components/data/pages/use-declared-parameters';
import { Field } from '@/components/ui/form/field';
import { Select } from '@/components/ui/form/select';
import { askedOf, type DeclaredPage, type DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { columnsOfParameters, packedScene } from '@/lib/batches/check/pack-scene';
import { columnsByName, parameterTemplate } from '@/lib/batches/plan/parameter-template';
import { translateIssue } from '@/lib/i18n/issue-text';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';
import type { PlanValues, SourceValues } from '@/components/batches/draft/plan-values';
import { sampleOf } from './samples';
import { SourceSample, type SourceSampleProps } from './source-sample';

export type SceneColumnsProps = Omit<SourceSampleProps, 'field'>;

/** Below the scene of a batch: which column each parameter of the page takes, and what the first row's code will hold. */
export function SceneColumns(props: SceneColumnsProps) {
  const { draft, source, onChange } = props;
  const page = useWatch<PlanValues, 'sources.page'>({ name: 'sources.page' });
  const declared = useDeclaredPages(draft.miniProgram.id);
  const parameters = page.kind === 'text' ? parametersOf(declared, page.text) : null;
  return (
    <>
      {parameters && <Parameters {...{ draft, source, onChange }} parameters={askedOf(parameters)} />}
      <Sample {...props} declared={declared} />
    </>
  );
}

type ParametersProps = SceneColumnsProps & { parameters: DeclaredParameter[] };

function Parameters({ draft, source, onChange, parameters }: ParametersProps) {
  const t = useTranslations('batches.mapping.parameters');
  const types = useTranslations('batches.mapping.parameters.types');
  const common = useTranslations('common');
  const columns = columnsByName(source.kind === 'text' ? source.text : '', parameters);
  if (!columns) return null;
  const choose = (name: string, column: string) => {
    const next = new Map(columns);
    if (column === '') next.delete(name);
    else next.set(name, column);
    onChange({ ...source, kind: 'text', text: parameterTemplate(parameters, next), encode: false });
  };
  const items = draft.columns.map(({ name }) => ({ value: name, label: name }));
  return (
    <fieldset className="rounded-lg border border-border p-4">
      <legend className="px-1 text-[0.8125rem] text-muted-foreground">{t('title')}</legend>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {parameters.map(({ name, type, isRequired, choices }) => (
          <Field
            key={name}
            label={<span className="font-mono">{name}</span>}
            required={isRequired}
            optionalLabel={isRequired ? undefined : common('optional')}
            hint={choices.length > 0 ? choices.join(' / ') : types(type)}
          >
            <Select
              items={[{ value: '', label: t('none') }, ...items]}
              value={columns.get(name) ?? ''}
              onValueChange={(column) => choose(name, column)}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

type SampleProps = SceneColumnsProps & { declared: DeclaredPage[] };

const isPackable = ({ kind, encode }: SourceValues) => kind === 'text' && !encode;

/** The first row as it is packed; as it is written where nothing is. */
function Sample({ declared, ...props }: SampleProps) {
  const { draft, source } = props;
  const t = useTranslations();
  const row = draft.sampleRows[0];
  const [sources, mends] = useWatch<PlanValues, ['sources', 'mends']>({ name: ['sources', 'mends'] });
  const plain = <SourceSample {...props} field="scene" />;
  if (!row || !isPackable(source)) return plain;
  const of = (field: 'scene' | 'page') => sampleOf({ draft, field, sources, row, mends });
  const written = of('scene');
  const columns = columnsOfParameters(source.text);
  const packed = packedScene({ declared, columns }, of('page').text, written);
  if (packed === written) return plain;
  const [issue] = packed.issues;
  return (
    <div className="flex flex-col gap-1.5 text-[0.8125rem] leading-5">
      <p className="text-muted-foreground">{t('batches.mapping.sample', { line: row.line })}</p>
      {issue ? (
        <p className="text-danger-text">{translateIssue(issue, t)}</p>
      ) : (
        <RoomMeter text={packed.text} used={packed.text.length} max={SCENE_MAX_CHARS} unit="characters" />
      )}
    </div>
  );
}
