import 'server-only';
import type { GetPromptResult, Prompt } from '@modelcontextprotocol/sdk/types.js';
import { createTranslator } from 'next-intl';
import { negotiateLocale } from '@/lib/i18n/locale';
import { loadMessages } from '@/lib/i18n/messages';

type Values = Record<string, string>;
type Written = { prompt: Prompt; text: (values: Values) => string };

function translator(language: string | null) {
  const locale = negotiateLocale(language);
  return createTranslator({ locale, messages: loadMessages(locale), namespace: 'assistants' });
}

function tableCodes(t: ReturnType<typeof translator>): Written {
  const argument = (name: 'store' | 'tables' | 'page' | 'miniProgram', required: boolean) => ({
    ...{ name, required, description: t(`tableCodes.${name}`) },
  });
  return {
    prompt: {
      ...{ name: 'table_codes', title: t('tableCodes.title'), description: t('tableCodes.description') },
      arguments: [
        argument('store', true),
        argument('tables', true),
        argument('page', false),
        argument('miniProgram', false),
      ],
    },
    text: ({ store = '', tables = '', page = '', miniProgram = '' }) =>
      t('tableCodes.text', {
        ...{ store, tables, page: page || t('tableCodes.askPage') },
        miniProgram: miniProgram || t('tableCodes.askMiniProgram'),
      }),
  };
}

function quotaReport(t: ReturnType<typeof translator>): Written {
  const title = { title: t('quotaReport.title'), description: t('quotaReport.description') };
  return { prompt: { name: 'quota_report', ...title, arguments: [] }, text: () => t('quotaReport.text') };
}

const written = (language: string | null) => {
  const t = translator(language);
  return [tableCodes(t), quotaReport(t)];
};

/** Tasks that an assistant offers to a person, in their language. */
export const listPrompts = (language: string | null): Prompt[] =>
  written(language).map(({ prompt }) => prompt);

/** @returns null for a name of none; the names of what is missing where something is */
export function getPrompt(
  name: string,
  values: Values,
  language: string | null,
): GetPromptResult | string[] | null {
  const found = written(language).find(({ prompt }) => prompt.name === name);
  if (!found) return null;
  const needed = (found.prompt.arguments ?? []).filter(({ required }) => required);
  const missing = needed.filter(({ name: one }) => !values[one]?.trim()).map(({ name: one }) => one);
  if (missing.length > 0) return missing;
  return {
    description: found.prompt.description,
    messages: [{ role: 'user', content: { type: 'text', text: found.text(values) } }],
  };
}
