'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { controlId, type GenerateFormValues } from '@/components/codes/generate/form-values';
import { RoomMeter } from '@/components/codes/generate/purposes/room-meter';
import { TrapFixes } from '@/components/codes/generate/trap-notes';
import { useFormValues } from '@/components/codes/generate/use-generate-form';
import { Field } from '@/components/ui/form/field';
import { Input } from '@/components/ui/form/input';
import { Select } from '@/components/ui/form/select';
import { askedOf, type DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { pack, type Packed } from '@/lib/apps/parameters/pack';
import {
  problemsOf,
  textsOf,
  wantsLive,
  type NamedProblem,
  type SceneTexts,
} from '@/lib/apps/parameters/scene-texts';
import { characterWords } from '@/lib/i18n/character-words';
import { parametersText } from '@/lib/live/parameters-text';
import { SCENE_MAX_CHARS } from '@/lib/wechat/rules/limits';

export type SceneParametersProps = { parameters: DeclaredParameter[] };

function useProblemText() {
  const t = useTranslations('codes.generate.scene.problems');
  const all = useTranslations();
  return ({ key, name, characters }: NamedProblem) =>
    t(key, {
      name,
      max: Number.MAX_SAFE_INTEGER,
      characters: key === 'characters' ? characterWords(characters, all) : '',
    });
}

/** The texts of the fields, kept beside the scene that they make: what is half typed is in no scene. */
function useTexts(parameters: DeclaredParameter[]) {
  const { scene } = useFormValues();
  const { setValue, trigger } = useFormContext<GenerateFormValues>();
  const { isSubmitted } = useFormState<GenerateFormValues>();
  const [kept, keep] = useState(() => ({ scene, texts: textsOf(parameters, scene) }));
  // Changed from elsewhere, such as by a press that moves a query here.
  const texts = kept.scene === scene ? kept.texts : textsOf(parameters, scene);
  const packed = pack(parameters, texts);
  const problems = problemsOf(parameters, packed, texts);
  const textOf = useProblemText();
  const [first] = problems;
  const fault = first ? textOf(first) : '';
  useEffect(() => {
    setValue('sceneFault', fault);
    if (isSubmitted) void trigger();
  }, [setValue, trigger, isSubmitted, fault]);
  useEffect(() => () => setValue('sceneFault', ''), [setValue]);
  const change = (name: string, text: string) => {
    const next = { ...texts, [name]: text };
    const made = pack(parameters, next).scene;
    keep({ scene: made, texts: next });
    setValue('scene', made, { shouldDirty: true, shouldValidate: isSubmitted });
  };
  return { texts, packed, problems, change, textOf };
}

/** What a page takes, each by its name; the scene is packed of it. */
export function SceneParameters({ parameters }: SceneParametersProps) {
  const t = useTranslations('codes.generate.scene');
  const { errors, isSubmitted } = useFormState<GenerateFormValues>();
  const { texts, packed, problems, change, textOf } = useTexts(parameters);
  const [touched, touch] = useState<readonly string[]>([]);
  const asked = askedOf(parameters);
  const worst = problems[0]?.name ?? asked[0]?.name;
  const errorOf = (name: string) => {
    const problem = problems.find((one) => one.name === name);
    if (!problem) return undefined;
    const isTimely = isSubmitted || (touched.includes(name) && problem.key !== 'missing');
    return isTimely ? textOf(problem) : undefined;
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-4 text-sm leading-6 font-medium">{t('byName')}</legend>
      {asked.map((parameter) => (
        <ValueField
          key={parameter.name}
          parameter={parameter}
          id={parameter.name === worst ? controlId('scene') : undefined}
          text={texts[parameter.name] ?? ''}
          error={errorOf(parameter.name)}
          onChange={(text) => change(parameter.name, text)}
          onLeave={() => touch((before) => [...before, parameter.name])}
        />
      ))}
      <Room packed={packed} error={problems.length === 0 ? errors.scene?.message : undefined} />
      <MakeLive packed={packed} texts={texts} />
    </fieldset>
  );
}

type ValueFieldProps = {
  parameter: DeclaredParameter;
  id: string | undefined;
  text: string;
  error: string | undefined;
  onChange: (text: string) => void;
  onLeave: () => void;
};

function ValueField({ parameter, id, text, error, onChange, onLeave }: ValueFieldProps) {
  const t = useTranslations('codes.generate.scene');
  const common = useTranslations('common');
  const { name, type, choices, isRequired } = parameter;
  const items =
    type === 'switch'
      ? [
          { value: '1', label: t('yes') },
          { value: '0', label: t('no') },
        ]
      : choices.map((choice) => ({ value: choice, label: choice }));
  const hasList = type === 'switch' || type === 'choice';
  return (
    <Field
      controlId={id}
      label={<span className="font-mono">{name}</span>}
      required={isRequired}
      optionalLabel={isRequired ? undefined : common('optional')}
      hint={hasList ? undefined : t(type === 'number' ? 'numberHint' : 'textHint')}
      error={error}
    >
      {hasList ? (
        <Select
          items={isRequired ? items : [{ value: '', label: t('notSaid') }, ...items]}
          placeholder={isRequired ? t('choose') : undefined}
          value={text}
          onValueChange={onChange}
          onBlur={onLeave}
        />
      ) : (
        <Input
          value={text}
          required={isRequired}
          inputMode={type === 'number' ? 'numeric' : undefined}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onLeave}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}

/** What stands in the code, how much of its room that takes, and what the short names saved. */
function Room({ packed, error }: { packed: Packed; error: string | undefined }) {
  const t = useTranslations('codes.generate.scene');
  const { scene, plainLength } = packed;
  const saved = plainLength - scene.length;
  return (
    <div>
      <RoomMeter text={scene} used={scene.length} max={SCENE_MAX_CHARS} unit="characters" />
      <div className="mt-1.5 text-[0.8125rem] leading-5">
        {saved > 0 && <p className="text-muted-foreground">{t('saved', { saved })}</p>}
        <div aria-live="polite">{error && <p className="text-danger-text">{error}</p>}</div>
      </div>
    </div>
  );
}

/** What no scene holds is kept here, under the names that the page knows. */
function MakeLive({ packed, texts }: { packed: Packed; texts: SceneTexts }) {
  const { setValue, setFocus } = useFormContext<GenerateFormValues>();
  if (!wantsLive(packed, SCENE_MAX_CHARS)) return null;
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const apply = () => {
    setValue('liveParameters', parametersText(said), { shouldDirty: true });
    setValue('isLive', true, { shouldDirty: true });
    setFocus('isLive');
  };
  return <TrapFixes fixes={[{ key: 'makeLive', changes: {} }]} onApply={apply} />;
}
