import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page/page-header';
import { withTexts } from '@/components/layout/page/send-texts';
import { AboutCard, WorkCard } from '@/components/system/about-cards';
import { BackupCard } from '@/components/system/backup-card';
import { ScanKeepCard } from '@/components/system/scan-keep-card';
import { StatusCard } from '@/components/system/status-card';
import { CopyButton } from '@/components/ui/copy-button';
import { mayOpen } from '@/lib/audit/refusals';
import { pageActor } from '@/lib/auth/session';
import { getBackups } from '@/lib/backup/kept/queries';
import { getScanKeep } from '@/lib/live/scans/keep';
import { supportReport } from '@/lib/watch/support-report';
import { getSystem } from '@/lib/watch/system';
import { ForbiddenPage } from '../forbidden-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('system'))('title') };
}

async function SystemPage() {
  const actor = await pageActor();
  const t = await getTranslations('system');
  if (!(await mayOpen(actor, 'system.manage'))) return <ForbiddenPage room="system" />;
  const [system, backups] = [await getSystem(actor), await getBackups(actor)];
  const keep = await getScanKeep(actor);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <CopyButton
            text={supportReport(system, backups)}
            label={t('report.copy')}
            copiedLabel={t('report.copied')}
            variant="secondary"
            size="md"
            showLabel
          />
        }
      />
      <div className="flex flex-col gap-6">
        <StatusCard system={system} />
        <BackupCard backups={backups} />
        <ScanKeepCard key={`${keep.hours} ${keep.days}`} keep={keep} />
        <div className="grid gap-6 lg:grid-cols-2">
          <WorkCard system={system} />
          <AboutCard system={system} />
        </div>
      </div>
    </>
  );
}

export default withTexts(SystemPage, ['system']);
