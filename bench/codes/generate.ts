import { createApp } from '@/lib/apps/service';
import { systemActor } from '@/lib/auth/actor';
import { listCodes } from '@/lib/codes/find/queries';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { generateCode } from '@/lib/codes/generate/service';
import { median, percentile, timesMs, type Figure } from '../measure';

const RUNS = 60;
const WARM_UP = 5;

/** What Suncode adds to WeChat's own time when one code is generated: rows, quota, picture check, file. */
export async function benchGenerate(
  upstreamUrl: string,
): Promise<{ miniProgramId: string; figures: Figure[] }> {
  const actor = systemActor('bench');
  const miniProgramId = await createApp(actor, {
    mode: 'LIVE',
    name: 'bench',
    appId: 'wx00000000000000be',
    appSecret: 'bench',
  });
  const generate = (path: string) => generateCode(actor, { miniProgramId, endpoint: 'getwxacode', path });
  const ask = async () => {
    const init = { method: 'POST', body: '{"path":"pages/index"}' };
    await (await fetch(`${upstreamUrl}/wxa/getwxacode?access_token=bench`, init)).arrayBuffer();
  };
  await timesMs(WARM_UP, (run) => generate(`pages/warm?run=${run}`));
  await timesMs(WARM_UP, ask);
  const whole: number[] = [];
  const plain: number[] = [];
  // Turn by turn, so that a noisy moment of the machine falls on both.
  for (let run = 0; run < RUNS; run += 1) {
    whole.push(...(await timesMs(1, () => generate(`pages/bench?run=${run}`))));
    plain.push(...(await timesMs(1, ask)));
  }
  const list = await timesMs(RUNS, () => listCodes(actor, NO_FILTERS));
  return {
    miniProgramId,
    figures: [
      { name: 'WeChat stand-in alone, median', value: median(plain), unit: 'ms' },
      { name: 'generate one code, median', value: median(whole), unit: 'ms' },
      { name: 'added by Suncode, median', value: median(whole) - median(plain), unit: 'ms', bound: '≤ 30' },
      {
        name: 'first gallery page, 95th percentile',
        value: percentile(list, 0.95),
        unit: 'ms',
        bound: '≤ 100',
      },
    ],
  };
}
