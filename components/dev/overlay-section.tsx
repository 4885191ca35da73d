'use client';

import { Ellipsis, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type SyntheticEvent } from 'react';
import { SubmitActions } from '@/components/data/submit-actions';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/form/field';
import { Form } from '@/components/ui/form/form';
import { Input } from '@/components/ui/form/input';
import { Kbd } from '@/components/ui/kbd';
import { ConfirmDialog } from '@/components/ui/overlay/alert-dialog';
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '@/components/ui/overlay/dialog';
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuGroup,
  MenuItem,
  MenuLabel,
  MenuLinkItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from '@/components/ui/overlay/menu';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/overlay/popover';
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/overlay/sheet';
import { toast } from '@/components/ui/overlay/toast';
import { Tooltip } from '@/components/ui/overlay/tooltip';
import { Section, Specimen } from './specimen';

const SIDES = ['left', 'right', 'bottom'] as const;

/** What opens over the page. Each opens by a press, as in the product. */
export function OverlaySection() {
  const t = useTranslations('common');
  return (
    <Section title="Overlays">
      <Specimen name="Dialog" row>
        <Dialog>
          <DialogTrigger render={<Button variant="secondary" />}>Dialog</DialogTrigger>
          <DialogContent
            title={t('rename')}
            description={t('error.text')}
            closeLabel={t('close')}
            footer={
              <>
                <DialogClose render={<Button variant="secondary" />}>{t('cancel')}</DialogClose>
                <Button>{t('rename')}</Button>
              </>
            }
          >
            <Field label={t('details')}>
              <Input defaultValue="A01" />
            </Field>
          </DialogContent>
        </Dialog>
      </Specimen>
      <FormSpecimen />
      <ConfirmSpecimen />
      <Specimen name="Sheet side" row>
        {SIDES.map((side) => (
          <Sheet key={side}>
            <SheetTrigger render={<Button variant="secondary" />}>Sheet {side}</SheetTrigger>
            <SheetContent
              side={side}
              title={t('filter')}
              closeLabel={t('close')}
              footer={<Button>{t('apply')}</Button>}
            >
              <p>{t('error.text')}</p>
            </SheetContent>
          </Sheet>
        ))}
      </Specimen>
      <MenuSpecimen />
      <Specimen name="Popover" row>
        <Popover>
          <PopoverTrigger render={<Button variant="secondary" />}>Popover</PopoverTrigger>
          <PopoverContent aria-label={t('details')}>
            <p>{t('error.text')}</p>
          </PopoverContent>
        </Popover>
      </Specimen>
      <Specimen name="Tooltip · toast" row>
        <Tooltip content={t('error.text')}>
          <Button variant="secondary">Tooltip</Button>
        </Tooltip>
        <Button variant="secondary" onClick={() => toast.success(t('saved'))}>
          toast.success
        </Button>
        <Button variant="secondary" onClick={() => toast.error(t('error.title'))}>
          toast.error
        </Button>
        <Button
          variant="secondary"
          onClick={() => toast.info(t('deleted'), { action: { label: t('undo'), onClick: () => undefined } })}
        >
          toast.info
        </Button>
      </Specimen>
    </Section>
  );
}

/** A form in a dialog, while it is at rest and while it is sent. */
function FormSpecimen() {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    setPending(true);
  };
  const change = (isOpen: boolean) => {
    setOpen(isOpen);
    setPending(false);
  };
  return (
    <Specimen name="SubmitActions" row>
      <Dialog open={open} onOpenChange={change}>
        <DialogTrigger render={<Button variant="secondary" />}>SubmitActions</DialogTrigger>
        <DialogContent title={t('rename')} closeLabel={t('close')}>
          <Form onSubmit={send} className="flex flex-col gap-5">
            <Field label={t('details')}>
              <Input defaultValue="A01" />
            </Field>
            <SubmitActions submitLabel={t('rename')} pending={pending} onCancel={() => change(false)} />
          </Form>
        </DialogContent>
      </Dialog>
    </Specimen>
  );
}

function ConfirmSpecimen() {
  const t = useTranslations('common');
  const [open, setOpen] = useState(false);
  return (
    <Specimen name="ConfirmDialog · typeToConfirm" row>
      <ConfirmDialog
        trigger={<Button variant="secondary">ConfirmDialog</Button>}
        title={t('delete')}
        description={t('error.text')}
        confirmLabel={t('delete')}
        cancelLabel={t('cancel')}
        onConfirm={() => undefined}
      />
      <Button variant="secondary" onClick={() => setOpen(true)}>
        typeToConfirm
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('delete')}
        description={t('error.text')}
        confirmLabel={t('delete')}
        cancelLabel={t('cancel')}
        onConfirm={() => setOpen(false)}
        typeToConfirm={{ label: t('list.ticked', { count: 12 }), text: '12' }}
      />
    </Specimen>
  );
}

function MenuSpecimen() {
  const t = useTranslations('common');
  const [order, setOrder] = useState('today');
  const [shown, setShown] = useState(true);
  return (
    <Specimen name="Menu · items, radio, checkbox, link" row>
      <Menu>
        <MenuTrigger render={<Button variant="secondary" />}>
          Menu
          <Ellipsis aria-hidden />
        </MenuTrigger>
        <MenuContent align="start">
          <MenuItem end={<Kbd>E</Kbd>}>{t('edit')}</MenuItem>
          <MenuItem disabled>{t('restore')}</MenuItem>
          <MenuLinkItem href="#main">{t('download')}</MenuLinkItem>
          <MenuSeparator />
          <MenuRadioGroup value={order} onValueChange={setOrder}>
            <MenuLabel>{t('sort')}</MenuLabel>
            <MenuRadioItem value="today">{t('today')}</MenuRadioItem>
            <MenuRadioItem value="yesterday">{t('yesterday')}</MenuRadioItem>
          </MenuRadioGroup>
          <MenuGroup>
            <MenuLabel>{t('view')}</MenuLabel>
            <MenuCheckboxItem checked={shown} onCheckedChange={setShown}>
              {t('preview')}
            </MenuCheckboxItem>
          </MenuGroup>
          <MenuSeparator />
          <MenuItem variant="danger">
            <Trash2 aria-hidden />
            {t('delete')}
          </MenuItem>
        </MenuContent>
      </Menu>
    </Specimen>
  );
}
