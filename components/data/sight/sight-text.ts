import { useFormatter, useTranslations } from 'next-intl';

/** A Mini Program that can be chosen. */
export type AppChoice = { id: string; name: string };

/** Ids of the Mini Programs that somebody sees; null for all, also of those that come later. */
export type Sight = string[] | null;

const NAMED = 2;

/** What somebody sees, as a few words, and how many more there are; those that are gone are not counted. */
export function useSightText(apps: readonly AppChoice[]): (sight: Sight) => { text: string; more: string } {
  const t = useTranslations('members.sight');
  const format = useFormatter();
  return (sight) => {
    if (sight === null) return { text: t('everything'), more: '' };
    const names = apps.filter(({ id }) => sight.includes(id)).map(({ name }) => name);
    if (names.length === 0) return { text: t('nothing'), more: '' };
    const more = names.length > NAMED ? t('more', { count: names.length - NAMED }) : '';
    return { text: format.list(names.slice(0, NAMED), { style: 'narrow' }), more };
  };
}
