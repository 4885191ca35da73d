import { keyOf, type DeclaredParameter } from '@/lib/apps/parameters/declaration';
import { columnsOfParameters } from '@/lib/batches/check/pack-scene';

/** Nothing but `name={column}`, each perhaps left out where its cell is empty. */
const PLAIN = /^(?:(?:\{\?)?&?\w+=\{[^{}]+\}\}?)*$/;

/** The columns that a template puts into parameters of a page, by their names; null for one that says more. */
export function columnsByName(
  template: string,
  parameters: readonly DeclaredParameter[],
): Map<string, string> | null {
  if (!PLAIN.test(template)) return null;
  const columns = columnsOfParameters(template);
  return new Map(
    parameters.flatMap((parameter): [string, string][] => {
      const column = columns.get(parameter.name) ?? columns.get(keyOf(parameter));
      return column === undefined ? [] : [[parameter.name, column]];
    }),
  );
}

/** The template that puts columns into parameters; a row goes without one that is not required where its cell is empty. */
export function parameterTemplate(
  parameters: readonly DeclaredParameter[],
  columns: ReadonlyMap<string, string>,
): string {
  const written = (isRequired: boolean) =>
    parameters
      .filter((parameter) => parameter.isRequired === isRequired && columns.has(parameter.name))
      .map(({ name }) => `${name}={${columns.get(name)}}`);
  const optional = written(false).map((pair) => `{?&${pair}}`);
  return `${written(true).join('&')}${optional.join('')}`;
}
