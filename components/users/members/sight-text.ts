import { useFormatter, useTranslations } from 'next-intl';

/** A Mini Program that can be chosen. */
export type AppChoice = { id: string; name: string };

/** Ids of the Mini Programs that somebody sees; null for all, also of those that come later. */
export type Sight = string[] | null;

const NAMED = 2;

/** What somebody sees, as a few words; those that are gone are not counted. */
export function useSightText(apps: readonly AppChoice[]): (sight: Sight) => string {
  const t = useTranslations('members.sight');
  const format = useFormatter();
  return (sight) => {
    if (sight === null) return t('everything');
    const names = apps.filter(({ id }) => sight.includes(id)).map(({ name }) => name);
    if (names.length === 0) return t('nothing');
    const few = format.list(names.slice(0, NAMED), { style: 'narrow' });
    return names.length > NAMED ? t('more', { names: few, count: names.length - NAMED }) : few;
  };
}
