import type { ReactNode } from 'react';
import { HistoryCard } from '@/components/data/history/history-disclosure';
import { LiveCard } from '@/components/codes/live/live-card';
import { ScansCard } from '@/components/codes/live/scans-card';
import { cn } from '@/components/ui/cn';
import type { DeclaredPage } from '@/lib/apps/parameters/declaration';
import type { CodeDetail as Code } from '@/lib/codes/find/queries';
import type { OtherVersion } from '@/lib/codes/generate/promote';
import type { Live } from '@/lib/live/queries';
import type { PrintOfCode } from '@/lib/print/records/record-types';
import type { Replacement } from '@/lib/codes/find/queries';
import { CodeHeader } from './code-header';
import { ErrorCoach } from './error-coach';
import { InfoCard } from './info-card';
import { ParameterCard } from './parameter-list';
import { PictureCard } from './picture-card';
import { PrintCard } from './print-card';
import { TechnicalCard } from './technical-card';
import { VersionNote } from './version-note';

export type CodeDetailProps = {
  code: Code;
  /** The stored picture is there and unharmed. */
  intact: boolean;
  replacement: Replacement;
  /** The same in other versions of the Mini Program. */
  others: OtherVersion[];
  canWrite: boolean;
  /** On which it went out. */
  prints: PrintOfCode[];
  live: Live | null;
  /** Where Mini Programs ask. */
  liveOrigin: string;
  /** Of its Mini Program. */
  declared: DeclaredPage[];
};

/** The picture and what one does with it; what the code is called; what it was made with; and, folded, what developers ask. */
export function CodeDetail(props: CodeDetailProps) {
  const { code, intact, replacement, others, canWrite, prints, live, liveOrigin, declared } = props;
  const failed = code.status === 'FAILED';
  return (
    <>
      <CodeHeader code={code} replacement={replacement} canWrite={canWrite} isLive={live !== null} />
      <VersionNote code={code} others={others} canWrite={canWrite} />
      {failed && (
        <div className="mb-6">
          <ErrorCoach code={code} canWrite={canWrite} />
        </div>
      )}
      <div
        className={cn('grid items-start gap-6', !failed && 'lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]')}
      >
        {!failed && (
          <Column>
            <PictureCard code={code} intact={intact} canWrite={canWrite} />
            {code.status === 'READY' && <PrintCard code={code} prints={prints} />}
            {live && <ScansCard scans={live.scans} />}
          </Column>
        )}
        <Column>
          {live && <LiveCard codeId={code.id} openedPage={code.page ?? ''} live={live} canWrite={canWrite} />}
          <InfoCard code={code} canWrite={canWrite} />
          <ParameterCard code={code} others={others} declared={parametersOf(code, declared)} />
          <TechnicalCard {...{ code, liveOrigin, declared }} isLive={live !== null} />
          <HistoryCard kind="codes" id={code.id} />
        </Column>
      </div>
    </>
  );
}

const parametersOf = ({ page }: Code, declared: DeclaredPage[]) =>
  declared.find((one) => one.page === page)?.parameters ?? [];

function Column({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-6">{children}</div>;
}
