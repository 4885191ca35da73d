const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that is no markup any more. */
export class Html {
  constructor(readonly text: string) {}
}

const shown = (value: unknown): string => {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(shown).join('');
  if (value === false || value === null || value === undefined) return '';
  return String(value).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
};

/** Markup; whatever is put into it is text, unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...values: unknown[]) =>
  new Html(parts.map((part, at) => part + shown(values[at])).join(''));
