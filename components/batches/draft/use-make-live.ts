import { useFormContext } from 'react-hook-form';
import type { Draft } from '@/lib/batches/draft/draft-types';
import { liveSource } from '@/lib/batches/plan/live-source';
import { readSource, writeSource, type PlanValues } from './plan-values';

/** Makes the codes of a batch live, or plain again. What the scene would have said becomes their parameters. */
export function useMakeLive({ columns }: Pick<Draft, 'columns'>): (isLive: boolean) => void {
  const { getValues, setValue } = useFormContext<PlanValues>();
  return (isLive) => {
    const { scene, liveParameters } = getValues('sources');
    if (isLive && liveParameters.kind === 'none')
      setValue('sources.liveParameters', readSource(liveSource(writeSource('scene', scene), columns)));
    setValue('isLive', isLive);
  };
}
