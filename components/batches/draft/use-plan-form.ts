'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useReach } from '@/components/data/actions/use-reach';
import { savePlanAction } from '@/lib/batches/actions';
import type { Draft } from '@/lib/batches/draft/draft-types';
import type { BatchPlan } from '@/lib/batches/plan/plan';
import { PLAN_FIELDS, toFormField, toPlan, toValues, type PlanValues } from './plan-values';

/** `refused`: the server said why at a field, or at the top of the form. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'refused';

/** Typing settles for this long before it is stored. */
const PAUSE_MS = 400;

/** The form of a draft. Whatever is changed in it is stored by itself, so that a reload loses nothing. */
export function usePlanForm(draft: Draft) {
  const form = useForm<PlanValues>({ defaultValues: toValues(draft.miniProgram.id, draft.plan) });
  const reach = useReach();
  const [state, setState] = useState<SaveState>('saved');
  // What the server has: the dry run is about this plan.
  const [saved, setSaved] = useState<BatchPlan>(draft.plan);
  const timer = useRef<number>(undefined);
  const latest = useRef(0);

  const save = async () => {
    const attempt = ++latest.current;
    const plan = toPlan(form.getValues());
    const result = await reach(savePlanAction({ batchId: draft.id, plan }));
    // A newer change is on its way, and has the say.
    if (attempt !== latest.current) return;
    if (result.serverError?.code === 'UNREACHED') return setState('failed');
    form.clearErrors();
    if (!result.serverError) {
      setSaved(plan);
      return setState('saved');
    }
    // Said where it belongs, without taking the focus from where somebody types.
    for (const [name, message] of Object.entries(result.serverError.fields)) {
      const field = PLAN_FIELDS.find((known) => known === toFormField(name));
      if (field) form.setError(field, { type: 'server', message });
    }
    setState('refused');
  };

  const onChange = useEffectEvent(() => {
    latest.current += 1;
    setState('saving');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), PAUSE_MS);
  });

  useEffect(() => {
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => onChange(),
    });
    return () => {
      stop();
      window.clearTimeout(timer.current);
    };
  }, [form]);

  // The half second between a change and its being stored.
  useEffect(() => {
    if (state !== 'saving') return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state]);

  return { form, saved, saving: state, retry: () => void save() };
}
