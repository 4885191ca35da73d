'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useErrorToast } from '@/components/data/actions/use-error-toast';
import { Switch } from '@/components/ui/form/switch';
import {
  Table,
  TableBody,
  TableCaption,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table';
import { outcomeOf } from '@/lib/actions/outcome';
import { chooseNoticesAction } from '@/lib/notices/actions';
import { NOTICE_WAYS, type NoticeKind, type NoticeWay } from '@/lib/notices/kinds';
import type { NoticeChoice } from '@/lib/notices/queries';

type NoticeChoicesProps = {
  choices: readonly NoticeChoice[];
  /** Whether letters can reach this person. */
  canMail: boolean;
};

/** A switch for each kind and way; each is kept at once. */
export function NoticeChoices({ choices, canMail }: NoticeChoicesProps) {
  const t = useTranslations('notices.table');
  const kinds = useTranslations('notices.kinds');
  const hints = useTranslations('notices.hints');
  const showError = useErrorToast();
  const [shown, setShown] = useState(choices);
  // What was chosen is kept for when there are letters; until then none comes.
  const can = { bell: true, mail: canMail };
  const set = (kind: NoticeKind, way: NoticeWay, isOn: boolean) =>
    setShown((before) => before.map((one) => (one.kind === kind ? { ...one, [way]: isOn } : one)));
  const choose = async (kind: NoticeKind, way: NoticeWay, isOn: boolean) => {
    set(kind, way, isOn);
    await outcomeOf(chooseNoticesAction({ kind, way, isOn })).catch((error: unknown) => {
      set(kind, way, !isOn);
      showError(error);
    });
  };
  return (
    <Table>
      <TableCaption>{t('label')}</TableCaption>
      <TableHeader>
        <TableRow>
          <TableHead>{t('kind')}</TableHead>
          {NOTICE_WAYS.map((way) => (
            <TableHead key={way} className="w-20 text-center">
              {t(way)}
            </TableHead>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {shown.map((choice) => (
          <TableRow key={choice.kind}>
            <TableCell className="py-3">
              <span className="block font-medium">{kinds(choice.kind)}</span>
              <span className="block text-[0.8125rem] leading-5 text-pretty text-muted-foreground">
                {hints(choice.kind)}
              </span>
            </TableCell>
            {NOTICE_WAYS.map((way) => (
              <TableCell key={way} className="py-3 text-center align-middle">
                <Switch
                  aria-label={t('switch', { kind: kinds(choice.kind), way: t(way) })}
                  checked={choice[way] && can[way]}
                  disabled={!can[way]}
                  onCheckedChange={(isOn) => void choose(choice.kind, way, isOn)}
                />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
