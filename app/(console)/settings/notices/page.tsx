import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { NoticeChoices } from '@/components/notices/notice-choices';
import { Card } from '@/components/ui/card';
import { pageActor } from '@/lib/auth/session';
import { sendsMail } from '@/lib/mail/mail';
import { listNoticeChoices } from '@/lib/notices/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') };
}

async function NoticesPage() {
  const actor = await pageActor();
  const choices = await listNoticeChoices(actor);
  const t = await getTranslations('notices');
  const { email } = actor;
  const canMail = sendsMail() && email !== null;
  const where = !sendsMail() ? t('mailOff') : email === null ? t('noAddress') : t('mailTo', { email });
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Card className="overflow-hidden">
        <NoticeChoices choices={choices} canMail={canMail} />
      </Card>
      <p className="mt-3 max-w-2xl text-[0.8125rem] leading-5 text-pretty text-muted-foreground">{where}</p>
    </>
  );
}

export default withTexts(NoticesPage, ['notices.table', 'notices.kinds', 'notices.hints']);
