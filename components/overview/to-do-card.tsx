import {
  CircleCheck,
  FilePen,
  Gauge,
  HardDrive,
  HardDriveDownload,
  Hourglass,
  KeyRound,
  OctagonAlert,
  PauseCircle,
  ServerOff,
  Unplug,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { ToDo } from '@/lib/overview/to-dos';
import { useToDoText, type Can } from './use-to-do-text';

const SHOWN = 6;

const LOOKS: Record<ToDo['kind'], { icon: LucideIcon; tone: string }> = {
  worker: { icon: ServerOff, tone: 'bg-danger-subtle text-danger-text' },
  disk: { icon: HardDrive, tone: 'bg-danger-subtle text-danger-text' },
  backup: { icon: HardDriveDownload, tone: 'bg-warning-subtle text-warning-text' },
  connection: { icon: Unplug, tone: 'bg-danger-subtle text-danger-text' },
  standing: { icon: Hourglass, tone: 'bg-danger-subtle text-danger-text' },
  held: { icon: Hourglass, tone: 'bg-danger-subtle text-danger-text' },
  paused: { icon: PauseCircle, tone: 'bg-warning-subtle text-warning-text' },
  failures: { icon: OctagonAlert, tone: 'bg-danger-subtle text-danger-text' },
  quota: { icon: Gauge, tone: 'bg-warning-subtle text-warning-text' },
  drift: { icon: Gauge, tone: 'bg-warning-subtle text-warning-text' },
  token: { icon: KeyRound, tone: 'bg-warning-subtle text-warning-text' },
  draft: { icon: FilePen, tone: 'bg-muted text-muted-foreground' },
};

export function NothingToDo() {
  const t = useTranslations('overview.toDo');
  return (
    <p className="flex items-center gap-2.5 rounded-xl border border-border bg-surface px-5 py-3.5 shadow-xs sm:px-6">
      <CircleCheck aria-hidden className="size-4 text-success-text" />
      {t('nothing')}
    </p>
  );
}

export function ToDoCard({ toDos, can }: { toDos: ToDo[]; can: Can }) {
  const t = useTranslations('overview.toDo');
  const [first, rest] = [toDos.slice(0, SHOWN), toDos.slice(SHOWN)];
  return (
    <Card>
      <CardHeader title={t('title')} />
      <CardBody className="pt-2 pb-2">
        <ToDoRows toDos={first} can={can} />
        {rest.length > 0 && (
          <details className="group border-t border-border">
            <summary className="rounded-sm py-3 text-[0.8125rem] text-accent-text focus-ring group-open:hidden">
              {t('more', { count: rest.length })}
            </summary>
            <ToDoRows toDos={rest} can={can} />
          </details>
        )}
      </CardBody>
    </Card>
  );
}

function ToDoRows({ toDos, can }: { toDos: ToDo[]; can: Can }) {
  return (
    <ul className="divide-y divide-border">
      {toDos.map((toDo) => (
        <ToDoRow key={keyOf(toDo)} toDo={toDo} can={can} />
      ))}
    </ul>
  );
}

function keyOf(toDo: ToDo): string {
  if ('batch' in toDo) return toDo.batch.id;
  if (toDo.kind === 'failures') return toDo.cause;
  return 'app' in toDo ? `${toDo.kind} ${toDo.app.id}` : toDo.kind;
}

function ToDoRow({ toDo, can }: { toDo: ToDo; can: Can }) {
  const { title, detail, action } = useToDoText(can)(toDo);
  const { icon: Icon, tone } = LOOKS[toDo.kind];
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-2 py-3.5 sm:flex-nowrap">
      <span
        aria-hidden
        className={cn('flex size-8 shrink-0 items-center justify-center self-start rounded-md', tone)}
      >
        <Icon className="size-4" />
      </span>
      <div className="min-w-0 flex-1 max-sm:basis-[calc(100%-2.875rem)]">
        <p className="font-medium wrap-anywhere">{title}</p>
        {detail && (
          <p className="text-[0.8125rem] leading-5 text-pretty wrap-anywhere text-muted-foreground">
            {detail}
          </p>
        )}
      </div>
      {action && (
        <Button
          variant="secondary"
          size="sm"
          className="shrink-0 max-sm:ms-11.5"
          aria-label={`${action.label}: ${title}`}
          render={<Link href={action.href} />}
        >
          {action.label}
        </Button>
      )}
    </li>
  );
}
