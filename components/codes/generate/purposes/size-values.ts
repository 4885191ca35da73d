import { widthFor } from '@/lib/wechat/rules/print-sizes';
import type { GenerateFormValues } from '@/components/codes/generate/form-values';

export function withSize(cm: number | null): Partial<GenerateFormValues> {
  return cm === null || Number.isNaN(cm) ? { printCm: null } : { printCm: cm, width: widthFor(cm) };
}
