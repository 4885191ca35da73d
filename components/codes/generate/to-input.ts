import type { GenerateCodeInput } from '@/lib/codes/generate/schema';
import { readParametersText } from '@/lib/live/parameters-text';
import { isBuilt } from '@/lib/purposes/build';
import { BLANK, type Purpose } from '@/lib/purposes/purpose';
import { WIDTH_DEFAULT_PX } from '@/lib/wechat/rules/limits';
import { isLiveForm, type GenerateFormValues } from './form-values';

/** What is kept of the short form with a code that it made. */
function toPurpose(values: GenerateFormValues, purpose: Purpose | undefined): GenerateCodeInput['purpose'] {
  if (!purpose) return null;
  const { view, fields, printCm } = values;
  if (view === 'all' && (purpose.key === BLANK || !isBuilt(purpose, fields, values))) return null;
  const kept = purpose.fields.flatMap(({ key }) => (fields[key] ? [[key, fields[key]] as const] : []));
  return { key: purpose.key, values: Object.fromEntries(kept), printCm };
}

/** Stands for the key that the server makes. */
const KEY_TO_COME = 's';

/** What is sent: only the fields that the chosen endpoint has. */
export function toInput(values: GenerateFormValues, purpose: Purpose | undefined): GenerateCodeInput {
  const { miniProgramId, name, note, endpoint, path, scene, page, checkPath } = values;
  const replaces = values.replaces?.id ?? null;
  const labels = { miniProgramId, name, note, replaces, purpose: toPurpose(values, purpose) };
  const width = values.width ?? WIDTH_DEFAULT_PX;
  if (endpoint === 'createwxaqrcode') return { ...labels, endpoint, path, width };
  const { autoColor, lineColor, isHyaline, envVersion } = values;
  // A colour that is not used must not be refused either, such as one half typed before auto_color went on.
  const look = { width, autoColor, isHyaline, envVersion, ...(autoColor ? {} : { lineColor }) };
  if (endpoint === 'getwxacode') return { ...labels, endpoint, path, ...look };
  if (!isLiveForm(values)) return { ...labels, endpoint, scene, page, checkPath, ...look };
  const live = { page: '', parameters: readParametersText(values.liveParameters) };
  return { ...labels, purpose: null, endpoint, scene: KEY_TO_COME, page, checkPath, ...look, live };
}
