'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { RULES_MAX } from '@/lib/live/limits';
import { RuleFields } from './rule-fields';
import { newRule, type RulesFormValues } from './rule-values';

/** The rules of the form around it. @param page what a new one opens at first */
export function RulesEditor({ page }: { page: string }) {
  const t = useTranslations('live.rules');
  const { control } = useFormContext<RulesFormValues>();
  const { fields, append, remove, move } = useFieldArray({ control, name: 'rules' });
  return (
    <>
      {fields.length === 0 && <p className="text-[0.8125rem]">{t('none')}</p>}
      {fields.map(({ id }, at) => (
        <RuleFields
          key={id}
          at={at}
          onRemove={() => remove(at)}
          onUp={at > 0 ? () => move(at, at - 1) : undefined}
        />
      ))}
      {fields.length < RULES_MAX && (
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onClick={() => append(newRule(page), { focusName: `rules.${fields.length}.from` })}
        >
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
    </>
  );
}
