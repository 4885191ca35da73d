import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { FirstStepsCard } from '@/components/overview/first-steps-card';
import { HideGuideButton } from '@/components/overview/hide-guide-button';
import { OverviewContent } from '@/components/overview/overview-content';
import { roleCan } from '@/lib/auth/permissions';
import { pageActor } from '@/lib/auth/session';
import { loadOverview } from './load-overview';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

async function OverviewPage() {
  const actor = await pageActor();
  const [t, { steps, isGuideHidden, ...content }] = await Promise.all([
    getTranslations('overview'),
    loadOverview(actor),
  ]);
  const manageApps = roleCan(actor.role, 'apps.manage');
  return (
    <>
      <PageHeader
        title={t('hello', { name: actor.name })}
        actions={steps && isGuideHidden && <HideGuideButton isHidden />}
      />
      <OverviewContent
        {...content}
        guide={steps && !isGuideHidden && <FirstStepsCard steps={steps} canConnect={manageApps} />}
        can={{ write: roleCan(actor.role, 'codes.write'), manageApps }}
      />
    </>
  );
}

export default withTexts(OverviewPage, ['overview.guide', 'overview.running']);
