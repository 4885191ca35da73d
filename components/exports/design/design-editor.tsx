'use client';

import { useTranslations } from 'next-intl';
import type { Route } from 'next';
import dynamic from 'next/dynamic';
import { PageHeader } from '@/components/layout/page/page-header';
import { thumbBar, thumbRoom } from '@/components/layout/thumb-bar';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { DesignStart } from '@/lib/print/print-types';
import { Canvas } from './canvas';
import { EditorTools } from './editor-tools';
import { PieceFields } from './fields/piece-fields';
import { RenameDesign } from './rename-design';
import { SampleStepper } from './sample-stepper';
import { useEditor, type Editor } from './use-editor';
import { useElementName } from './use-element-name';
import { historyKey } from './use-keys';

// Nothing is chosen at first.
const ElementFields = dynamic(() => import('./fields/element-fields').then((room) => room.ElementFields), {
  ssr: false,
});

// Of a design as it was kept there is seldom anything to say.
const DesignNotes = dynamic(() => import('./design-notes').then((room) => room.DesignNotes), { ssr: false });
// The last card: nothing moves when it is filled.
const Layers = dynamic(() => import('./layers').then((room) => room.Layers), { ssr: false });

export type DesignEditorProps = DesignStart & { back: { href: Route; label: string } };

/** A design of the team: drawn with the mouse, with keys and in figures, each change seen at once on real codes. */
export function DesignEditor({ canChange, back, ...start }: DesignEditorProps) {
  const t = useTranslations('designs');
  const editor = useEditor(start);
  const { id, name } = start.kept;
  return (
    <div
      className={thumbRoom}
      onKeyDown={(event) => isField(event.target) || historyKey(editor.history, event)}
    >
      <PageHeader
        back={back}
        title={name}
        badge={canChange && <RenameDesign id={id} name={name} />}
        description={t('editor')}
      />
      {!canChange && <Alert className="mb-4" title={t('readOnly')} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <Board editor={editor} canChange={canChange} />
        <Panels editor={editor} />
      </div>
    </div>
  );
}

/** A field undoes what is typed into it by itself. */
function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

function Board({ editor, canChange }: { editor: Editor; canChange: boolean }) {
  const t = useTranslations('designs');
  const { history, design, chosen, problems, choose, isSaved, isSaving, submit } = editor;
  const { samples, sample, shown, setShown } = editor.looked;
  return (
    <Card className="min-w-0 lg:sticky lg:top-6">
      <CardBody className="flex flex-col gap-3">
        <EditorTools history={history} designId={design.key} onAdded={() => choose(design.elements.length)} />
        <Canvas {...{ history, sample, chosen, problems }} onChoose={choose} />
        {samples.length > 1 && <SampleStepper samples={samples} shown={shown} onShow={setShown} />}
        <DesignNotes {...{ design, problems, samples }} onChoose={choose} />
        <div data-slot="submit-bar" className={cn('flex', thumbBar)}>
          <Button
            size="lg"
            className="w-full"
            disabled={!canChange || isSaved}
            pending={isSaving}
            onClick={submit}
          >
            {t(isSaved ? 'allSaved' : 'save')}
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}

function Panels({ editor }: { editor: Editor }) {
  const t = useTranslations('designs');
  const nameOf = useElementName();
  const { history, element, chosen, problems, choose, stock, setStock, looked } = editor;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card>
        <CardHeader title={element ? nameOf(element) : t('piece.title')} className="[&_h2]:wrap-anywhere" />
        <CardBody>
          {element && chosen !== null ? (
            <ElementFields
              key={chosen}
              {...{ history, element, at: chosen }}
              columns={Object.keys(looked.sample.values.columns)}
            />
          ) : (
            <PieceFields history={history} stock={stock} onStock={setStock} />
          )}
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t('layers.title')} description={t('layers.text')} />
        <CardBody>
          <Layers {...{ history, chosen, problems }} onChoose={choose} />
        </CardBody>
      </Card>
    </div>
  );
}
