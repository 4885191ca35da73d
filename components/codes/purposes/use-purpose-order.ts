'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOptimistic, useState, useTransition } from 'react';
import { useReach } from '@/components/data/actions/use-reach';
import { toast } from '@/components/ui/overlay/toast';
import { orderPurposesAction } from '@/lib/purposes/actions';
import { BLANK, type Purpose } from '@/lib/purposes/purpose';

/** The list as it is moved, at once; what is refused falls back to what the server has. */
export function usePurposeOrder(purposes: readonly Purpose[]) {
  const t = useTranslations('purposes.settings');
  const reach = useReach();
  const router = useRouter();
  const [, start] = useTransition();
  const [ordered, order] = useOptimistic(purposes, (_, next: readonly Purpose[]) => next);
  const [said, setSaid] = useState('');
  const movable = ordered.filter(({ key }) => key !== BLANK);

  const placeOf = (purpose: Purpose) => {
    const at = movable.indexOf(purpose);
    return { canUp: at > 0, canDown: at >= 0 && at < movable.length - 1 };
  };

  const move = (purpose: Purpose, by: -1 | 1) => {
    const to = movable.indexOf(purpose) + by;
    const others = movable.filter((one) => one !== purpose);
    const next = [...others.slice(0, to), purpose, ...others.slice(to)];
    start(async () => {
      order([...next, ...ordered.filter(({ key }) => key === BLANK)]);
      const { serverError } = await reach(orderPurposesAction({ keys: next.map(({ key }) => key) }));
      if (serverError) return toast.error(serverError.message);
      setSaid(t('moved', { name: purpose.name, position: to + 1 }));
      router.refresh();
    });
  };

  return { ordered, said, placeOf, move };
}
