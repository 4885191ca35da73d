import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DesignGallery } from '@/components/exports/design/design-gallery';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { pageActor } from '@/lib/auth/session';
import { designSample, listDesigns, mayChangeDesigns } from '@/lib/print/designs/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('designs'))('title') };
}

async function DesignsPage() {
  const actor = await pageActor();
  const [designs, sample, t] = await Promise.all([
    listDesigns(actor),
    designSample(actor),
    getTranslations('designs'),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: '/print', label: t('back') }}
        title={t('title')}
        description={t('description')}
      />
      <DesignGallery designs={designs} sample={sample} canChange={mayChangeDesigns(actor)} />
    </>
  );
}

export default withTexts(DesignsPage, ['designs', 'exports', 'organize.keptTo']);
