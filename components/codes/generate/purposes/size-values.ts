import { WIDTH_MAX_PX, WIDTH_MIN_PX } from '@/lib/wechat/rules/limits';
import { sharpPixels } from '@/lib/wechat/rules/print-sizes';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';

/** Pixels for a printed size: sharp from near as far as WeChat's largest picture goes. */
function widthFor(cm: number): number {
  return Math.min(Math.max(sharpPixels(cm), WIDTH_MIN_PX), WIDTH_MAX_PX);
}

export function withSize(cm: number | null): Partial<GenerateFormValues> {
  return cm === null || Number.isNaN(cm) ? { printCm: null } : { printCm: cm, width: widthFor(cm) };
}
