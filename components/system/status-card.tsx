import { useNow, useTranslations } from 'next-intl';
import { useByteSize } from '@/components/data/texts/use-byte-size';
import { Badge } from '@/components/ui/badge';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { DescriptionList, DescriptionRow } from '@/components/ui/description-list';
import { RelativeTime } from '@/components/ui/relative-time';
import type { PartName } from '@/lib/watch/parts';
import type { SystemView } from '@/lib/watch/system';

const PARTS: readonly PartName[] = ['database', 'migrations', 'storage', 'disk', 'worker'];
const TONES = { ok: 'success', warning: 'warning', failing: 'danger' } as const;

/** What this process stands on: how it is, and what is wrong with it. */
export function StatusCard({ system }: { system: SystemView }) {
  const t = useTranslations('system.status');
  const { status, parts } = system.readiness;
  return (
    <Card>
      <CardHeader title={t('title')} description={t(status === 'not ready' ? 'notReady' : status)} />
      <CardBody className="pt-2 pb-3">
        <DescriptionList>
          {PARTS.map((name) => {
            const part = parts[name];
            return (
              <DescriptionRow
                key={name}
                label={t(`parts.${name}`)}
                action={
                  <Badge tone={TONES[part.status]} dot>
                    {t(part.status)}
                  </Badge>
                }
              >
                <Fact name={name} system={system} />
                {part.status !== 'ok' && (
                  <span className="block text-[0.8125rem] leading-5 text-muted-foreground">
                    {t(`reasons.${part.reason}`)}
                  </span>
                )}
              </DescriptionRow>
            );
          })}
        </DescriptionList>
      </CardBody>
    </Card>
  );
}

function Fact({ name, system }: { name: PartName; system: SystemView }) {
  const t = useTranslations('system.status');
  const size = useByteSize();
  const { storage, disk } = system;
  switch (name) {
    case 'database':
      return <DatabaseFact system={system} />;
    case 'migrations':
      return system.readiness.parts.migrations.status === 'ok' ? t('upToDate') : null;
    case 'storage':
      return t(storage.kind, { place: storage.place });
    case 'disk':
      return disk && t('left', { free: size(disk.freeBytes), total: size(disk.sizeBytes) });
    case 'worker':
      return <WorkerSeen system={system} />;
  }
}

function DatabaseFact({ system: { database, work } }: { system: SystemView }) {
  const t = useTranslations('system.status');
  const size = useByteSize();
  if (!database) return null;
  const bytes = work ? [size(work.databaseBytes)] : [];
  return [t(database.kind), `PostgreSQL ${database.version}`, ...bytes].join(' · ');
}

function WorkerSeen({ system: { work, workerMode } }: { system: SystemView }) {
  const t = useTranslations('system.status');
  const now = useNow();
  if (workerMode === 'off') return t('off');
  const seconds = work?.workerSilentSeconds ?? null;
  if (seconds === null) return null;
  return t.rich('seen', {
    time: () => <RelativeTime value={new Date(now.getTime() - seconds * 1000)} />,
  });
}
