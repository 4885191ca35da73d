import { useReducer } from 'react';
import type { Design } from '@/lib/print/design';

/** Steps that can be undone. */
const STEPS_MAX = 200;

/** Of what the design is by then, for what took its time. */
type Edit = (now: Design) => Design;

/** `gesture` ties changes together that are one to a person: a drag, the letters of a word. */
type Change = { design: Design | Edit; gesture: string };
type State = { past: Design[]; present: Design; future: Design[]; gesture: string };
type Act = { kind: 'change' } & Change;

function reduce(state: State, act: Act | { kind: 'undo' | 'redo' | 'rest' }): State {
  const { past, present, future } = state;
  if (act.kind === 'rest') return { ...state, gesture: '' };
  if (act.kind === 'change') {
    const isSame = act.gesture !== '' && act.gesture === state.gesture;
    const kept = isSame ? past : [...past, present].slice(-STEPS_MAX);
    const next = typeof act.design === 'function' ? act.design(present) : act.design;
    return { past: kept, present: next, future: [], gesture: act.gesture };
  }
  const [from, to] = act.kind === 'undo' ? [past, future] : [future, past];
  const next = from.at(-1);
  if (!next) return state;
  const [rest, other] = [from.slice(0, -1), [...to, present]];
  return act.kind === 'undo'
    ? { past: rest, present: next, future: other, gesture: '' }
    : { past: other, present: next, future: rest, gesture: '' };
}

/** A design with what was done to it. Saving forgets nothing of it. */
export function useHistory(first: Design) {
  const [{ past, present, future }, act] = useReducer(reduce, {
    past: [],
    present: first,
    future: [],
    gesture: '',
  });
  return {
    design: present,
    /** @param gesture the same one for what is undone together; empty for a step of its own */
    change: (design: Design | Edit, gesture = '') => act({ kind: 'change', design, gesture }),
    /** The next change is a step of its own, whatever it belongs to. */
    rest: () => act({ kind: 'rest' }),
    undo: past.length > 0 ? () => act({ kind: 'undo' }) : null,
    redo: future.length > 0 ? () => act({ kind: 'redo' }) : null,
  };
}

export type History = ReturnType<typeof useHistory>;

/** Changes fields of one element; what is typed into one field is undone at once. */
export type Put<Element> = (changed: Partial<Element>) => void;
