import { keyOf, type DeclaredPage, type DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { pack, pairsOf, unfitCharacters, type ValueProblem } from '@/lib/apps/parameters/pack';
import type { FieldIssue } from '@/lib/errors';
import type { BatchIssueKey } from '@/lib/batches/issues';
import { isLivePlan, type BatchPlan } from '@/lib/batches/plan/plan';
import { parseTemplate } from '@/lib/batches/plan/template';
import { showCharacters } from '@/lib/wechat/rules/characters';
import { issue, type Resolved } from './cell';

/** How a scene that a template makes is packed: what pages take, and which column each of its parameters comes from. */
export type ScenePacking = { declared: readonly DeclaredPage[]; columns: ReadonlyMap<string, string> };

/** The first column of each parameter that a template writes as `name={column}`. */
export function columnsOfParameters(template: string): Map<string, string> {
  const parsed = parseTemplate(template);
  const columns = new Map<string, string>();
  let before = '';
  for (const part of 'parts' in parsed ? parsed.parts : [])
    for (const piece of 'optional' in part ? part.optional : [part]) {
      if ('text' in piece) {
        before += piece.text;
        continue;
      }
      const key = /(?:^|&)([^&=]+)=[^&]*$/.exec(before)?.[1];
      if (key !== undefined && !columns.has(key)) columns.set(key, piece.column);
    }
  return columns;
}

/** Null where scenes are what the plan says, letter by letter: live codes, one column for all, or an encoding. */
export function packingOf(plan: BatchPlan, declared: readonly DeclaredPage[]): ScenePacking | null {
  const { scene } = plan.fields;
  const isPacked = plan.endpoint === 'getwxacodeunlimit' && !isLivePlan(plan) && declared.length > 0;
  if (!isPacked || scene?.from !== 'template' || scene.encode) return null;
  return { declared, columns: columnsOfParameters(scene.template) };
}

const ISSUES: Record<ValueProblem, BatchIssueKey> = {
  number: 'parameterNumber',
  switch: 'parameterSwitch',
  choice: 'parameterChoice',
  characters: 'parameterCharacters',
  missing: 'parameterMissing',
};

/** A long list is told by its beginning. */
const CHOICES_TOLD = 6;

function issueOf(parameter: DeclaredParameter, problem: ValueProblem, said: Said): FieldIssue {
  const { name, choices } = parameter;
  const keys = [name, keyOf(parameter)];
  const read = <Value>(of: ReadonlyMap<string, Value>) => of.get(keys[0] ?? '') ?? of.get(keys[1] ?? '');
  const value = read(said.values)?.trim() ?? '';
  const more = choices.length > CHOICES_TOLD ? ' …' : '';
  return issue('scene', ISSUES[problem], {
    ...{ name, value, column: read(said.columns) ?? 'none' },
    ...(problem === 'choice' && { choices: choices.slice(0, CHOICES_TOLD).join(' / ') + more }),
    ...(problem === 'number' && { max: Number.MAX_SAFE_INTEGER }),
    ...(problem === 'characters' && { characters: showCharacters(unfitCharacters(value)) }),
  });
}

type Said = { values: ReadonlyMap<string, string>; columns: ReadonlyMap<string, string> };

/**
 * A scene as the page of its row takes it: packed, with what does not fit its type. One that names nothing that the page
 * takes stays as it is.
 */
export function packedScene({ declared, columns }: ScenePacking, page: string, resolved: Resolved): Resolved {
  if (resolved.issues.length > 0) return resolved;
  const parameters = declared.find((one) => one.page === page)?.parameters ?? [];
  const values = new Map(pairsOf(resolved.text));
  const isKnown = parameters.some((one) => values.has(one.name) || values.has(keyOf(one)));
  if (!isKnown) return resolved;
  const { scene, problems } = pack(parameters, Object.fromEntries(values));
  const issues = parameters.flatMap((parameter) => {
    const problem = problems[parameter.name];
    return problem ? [issueOf(parameter, problem, { values, columns })] : [];
  });
  return issues.length > 0 ? { text: resolved.text, issues } : { text: scene, plain: resolved.text, issues };
}
