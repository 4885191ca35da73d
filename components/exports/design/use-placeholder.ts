import { useTranslations } from 'next-intl';
import type { PrintSample } from '@/lib/print/print-types';

/** Stands in for a code while there is none: texts say what will stand there. */
export function usePlaceholder(): PrintSample {
  const t = useTranslations('exports.build.names.token');
  const words = { name: t('name'), scene: t('scene'), path: t('path'), page: t('page'), app: t('app') };
  const more = { folder: t('folder'), tags: t('tags'), date: t('date'), id: t('id'), width: t('width') };
  return { picture: '', isSquare: false, values: { row: 1, columns: {}, ...words, ...more } };
}
