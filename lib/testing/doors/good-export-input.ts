import { blankDesign } from '@/lib/print/design-pieces';
import { USUAL_OWN } from '@/lib/print/own-stock';
import { onePixel } from '@/lib/print/pictures/one-pixel.fixture';
import type { Given } from './given';

/** What the actions for exports and for print take: files, designs with their pictures, paper, and what became of a print. */
export function exportInputs({
  codeId,
  batchId,
  exportId,
  printId,
  designId,
  name,
  nobody,
}: Given): Record<string, unknown[]> {
  const options = { format: 'zip', names: '{name}', picture: 'print', widthCm: '2', dpi: '72', type: 'png' };
  const label = { width: '100', height: '60', left: '5', top: '5', columns: '1', rows: '1' };
  const own = { ...label, kind: 'labels', labelWidth: '60', labelHeight: '40', gapX: '0', gapY: '0' };
  const ownFields = Object.fromEntries(Object.entries(own).map(([key, value]) => [`own.${key}`, value]));
  const print = { format: 'pdf', design: 'filling', stock: 'own', ...ownFields };
  const { key: _key, ...drawn } = blankDesign();
  return {
    'exports/actions#createExportAction': [
      { id: codeId },
      { export: exportId },
      { batch: batchId, format: 'csv' },
      { id: codeId, ...print },
    ].map((scope) => ({ fields: Object.entries({ ...options, ...scope }) })),
    'exports/actions#retryExportAction': [{ exportId: nobody }],
    'exports/actions#removeExportsAction': [{ exportIds: [nobody] }],
    'exports/actions#restoreExportsAction': [{ exportIds: [nobody] }],
    'exports/actions#keepSelectionAction': [{ codeIds: [codeId, nobody] }],
    'print/designs/actions#createDesignAction': [
      { from: 'blank', name, locale: 'en' },
      { from: nobody, name, locale: 'zh-CN' },
    ],
    'print/designs/actions#saveDesignAction': [
      { designId, values: { revision: 1, stock: 'a4', design: drawn } },
    ],
    'print/designs/actions#renameDesignAction': [{ designId: nobody, name }],
    'print/designs/actions#deleteDesignAction': [{ designId: nobody }],
    'print/pictures/actions#addPictureAction': [{ designId, file: onePixel() }],
    'print/records/actions#setPrintStateAction': [
      { exportId: printId, values: { state: 'placed', note: '门口\n二' } },
    ],
    'print/stocks/actions#saveStockAction': [{ ...USUAL_OWN, name }],
    'print/stocks/actions#renameStockAction': [{ stockId: nobody, name }],
    'print/stocks/actions#deleteStockAction': [{ stockId: nobody }],
  };
}
