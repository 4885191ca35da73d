import { ChangesCard } from '@/components/apps/pages/changes-card';
import { LostCard } from '@/components/apps/pages/lost-card';
import { LeadElsewhere } from '@/components/codes/live/lead-elsewhere';
import type { AppPagesView } from '@/lib/apps/pages/queries';

/** What two releases differ by, and the codes that miss a page in the later one. */
export function Comparison({ view, canWrite }: { view: AppPagesView; canWrite: boolean }) {
  const { newest, compared, lost } = view;
  const { entryPage = '' } = compared ?? newest ?? {};
  const ways = lost.map(({ page, led }) => [
    page,
    <LeadElsewhere key={page} led={led} page={entryPage} canWrite={canWrite} />,
  ]);
  return (
    <>
      {compared && <ChangesCard compared={compared} view={view} />}
      {lost.length > 0 && (
        <LostCard
          key={`${compared?.from} ${compared?.to}`}
          {...{ lost, entryPage }}
          ways={Object.fromEntries(ways)}
        />
      )}
    </>
  );
}
