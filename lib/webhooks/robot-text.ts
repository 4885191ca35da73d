import 'server-only';
import { env } from '@/lib/env';
import { isLocale, LOCALES } from '@/lib/i18n/locale';
import { linkFromOutside } from '@/lib/mail/mail';
import { noticeTranslator } from '@/lib/notices/translator';
import { noticeWords } from '@/lib/notices/words';
import { TEST_EVENT } from './limits';

/** By this word 钉钉 and 飞书 let messages through whose robot asks for a keyword. */
const KEYWORD = 'Suncode';

type Told = { event: string; data: unknown; locale: string | null };

/** What a group reads: as the bell says it, with the way to it where Suncode knows its own address. */
export function robotText({ event, data, locale }: Told): string {
  const t = noticeTranslator(isLocale(locale) ? locale : LOCALES[0]);
  const words = event === TEST_EVENT ? null : noticeWords(event, data, t);
  if (words === null) return `${KEYWORD} · ${t('webhooks.robot.testText')}`;
  const { title, text, href } = words;
  const link = env().APP_URL === undefined ? [] : [linkFromOutside(href)];
  return [`${KEYWORD} · ${title}`, text, ...link].join('\n');
}
