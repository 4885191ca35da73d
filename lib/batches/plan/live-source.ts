import { UNNAMED } from '@/lib/live/parameters-text';
import type { BatchPlan, FieldSource } from './plan';
import { escapeTemplate } from './template';

const named = (text: string): FieldSource => ({
  from: 'template',
  template: text.includes('=') ? text : `${UNNAMED}=${text}`,
});

/** With samples of their cells. */
type Columns = readonly { name: string; samples: readonly string[] }[];

/** What a scene says, as the parameters of live codes: `a=1&b=2` stays what it is, what has no name becomes one parameter. */
export function liveSource(scene: FieldSource | undefined, columns: Columns): FieldSource | undefined {
  if (!scene) return undefined;
  if (scene.from === 'template') return named(scene.template);
  if (scene.from === 'fixed') return named(escapeTemplate(scene.value));
  const { name = '', samples = [] } = columns[scene.column] ?? {};
  const isWhole = samples.some((text) => text.includes('='));
  // No name, or one with braces, can stand in no template.
  return isWhole || /^$|[{}]/.test(name) ? { from: 'column', column: scene.column } : named(`{${name}}`);
}

/** A plan whose codes are live. Parameters that it has stay. */
export function asLive(plan: BatchPlan, columns: Columns): BatchPlan {
  const { liveParameters = liveSource(plan.fields.scene, columns) } = plan.fields;
  return { ...plan, isLive: true, fields: { ...plan.fields, liveParameters } };
}
