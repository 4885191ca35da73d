import { showCharacters } from '@/lib/wechat/rules/characters';
import type { DeclaredParameter } from './declaration';
import { pack, unfitCharacters, unpack, type Packed, type ValueProblem } from './pack';

/** Values as a form holds them: by name, a switch as `1` or `0`. */
export type SceneTexts = Record<string, string>;

/** What a scene says, as a form shows it. */
export const textsOf = (parameters: readonly DeclaredParameter[], scene: string): SceneTexts =>
  Object.fromEntries(
    unpack(parameters, scene).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? (value ? '1' : '0') : String(value),
    ]),
  );

/** Whether the form says all of a scene; one typed by hand may hold what no field shows. */
export const isSaidBy = (parameters: readonly DeclaredParameter[], scene: string): boolean =>
  pack(parameters, textsOf(parameters, scene)).scene === scene;

/** Whether a live code would take what this scene cannot: Chinese and the like, or more than fits. */
export const wantsLive = ({ scene, problems }: Packed, max: number): boolean =>
  scene.length > max || Object.values(problems).includes('characters');

export type NamedProblem = { name: string; key: ValueProblem; characters: string };

/** In the order of the fields. */
export function problemsOf(
  parameters: readonly DeclaredParameter[],
  { problems }: Packed,
  texts: SceneTexts,
): NamedProblem[] {
  return parameters.flatMap(({ name }) => {
    const key = problems[name];
    return key ? [{ name, key, characters: showCharacters(unfitCharacters(texts[name] ?? '')) }] : [];
  });
}
