'use client';

import { useTranslations } from 'next-intl';
import type { History } from '@/components/exports/design/use-history';
import type { DesignElement } from '@/lib/print/design';
import { DESIGN_LIMITS } from '@/lib/print/design-problems';
import { asGround, replaced } from '@/lib/print/designs/edit';
import { BoxFields } from './box-fields';
import { CodeFields } from './code-fields';
import { MmField } from './mm-field';
import { PictureFields } from './picture-fields';
import { TextFields } from './text-fields';

const PLACE = { min: -DESIGN_LIMITS.far, max: DESIGN_LIMITS.far };

export type ElementFieldsProps = {
  history: History;
  at: number;
  element: DesignElement;
  /** Columns that texts can name: those of the table that is printed. */
  columns: readonly string[];
};

/** Everything of the chosen element in figures. */
export function ElementFields({ history, at, element, columns }: ElementFieldsProps) {
  const t = useTranslations('designs.fields');
  const { design, change } = history;
  const put = (changed: object) =>
    change(replaced(design, at, { ...element, ...changed }), `${at} ${Object.keys(changed).join(' ')}`);
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-4">
      {element.kind === 'text' && <TextFields element={element} put={put} columns={columns} />}
      <MmField label={t('x')} value={element.x} {...PLACE} onChange={(x) => put({ x })} />
      <MmField label={t('y')} value={element.y} {...PLACE} onChange={(y) => put({ y })} />
      {element.kind === 'code' ? (
        <CodeFields {...{ history, at, element, put, columns }} />
      ) : (
        <>
          <MmField
            label={t('width')}
            value={element.width}
            {...DESIGN_LIMITS.length}
            onChange={(width) => put({ width })}
          />
          <MmField
            label={t('height')}
            value={element.height}
            {...DESIGN_LIMITS.length}
            onChange={(height) => put({ height })}
          />
        </>
      )}
      {element.kind === 'picture' && (
        <PictureFields element={element} put={put} onGround={() => change(asGround(design, at))} />
      )}
      {element.kind === 'box' && <BoxFields element={element} put={put} />}
    </div>
  );
}
