import 'server-only';
import { loadScope, shownApp } from '@/lib/apps/scope';
import type { Actor } from '@/lib/auth/actor';
import { clock } from '@/lib/clock';
import { NO_FILTERS } from '@/lib/codes/find/filters';
import { listCodes } from '@/lib/codes/find/queries';
import { readPreference } from '@/lib/http/own-cookies';
import { getFirstSteps, GUIDE_COOKIE } from '@/lib/overview/first-steps';
import { listRunning } from '@/lib/overview/running';
import { listToDos } from '@/lib/overview/to-dos';
import { codesPerDay, codesPutAway } from '@/lib/overview/trend';

const RECENT_SHOWN = 6;

/** Everything that the overview shows. Only what was made follows the switcher: no scope hides what waits or runs. */
export async function loadOverview(actor: Actor) {
  const scope = await loadScope(actor);
  const app = shownApp(scope);
  const [guide, steps, toDos, running, days, putAway, recent] = await Promise.all([
    readPreference(GUIDE_COOKIE),
    getFirstSteps(actor),
    listToDos(actor),
    listRunning(actor),
    codesPerDay(actor, app, clock.now()),
    codesPutAway(actor, app, clock.now()),
    listCodes(actor, { ...NO_FILTERS, app }),
  ]);
  return {
    steps,
    isGuideHidden: guide === 'hidden',
    toDos,
    running,
    trend: { days, putAway, app, apps: scope.apps.map(({ id, name }) => ({ id, name })) },
    recent: recent.items.slice(0, RECENT_SHOWN),
    app,
  };
}
