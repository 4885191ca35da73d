// The engines say in words of their own, and not always where, what is wrong with a text that is no JSON. Whoever mends an
// app.json by hand wants the line.

const TOKEN =
  /(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;
const SPACE = /[ \t\r\n]*/y;

type State = 'value' | 'firstValue' | 'firstKey' | 'key' | 'colon' | 'after';
type Walk = { state: State; open: ('{' | '[')[] };

const CLOSES = { '}': '{', ']': '[' } as const;

function close({ state, open }: Walk, mark: '}' | ']'): boolean {
  const first = mark === '}' ? 'firstKey' : 'firstValue';
  return (state === first || state === 'after') && open.pop() === CLOSES[mark];
}

function separate(walk: Walk): boolean {
  const inside = walk.open.at(-1);
  if (walk.state !== 'after' || inside === undefined) return false;
  walk.state = inside === '{' ? 'key' : 'value';
  return true;
}

function punctuate(walk: Walk, mark: string): boolean {
  if (mark === ',') return separate(walk);
  if (mark === ':') {
    const isExpected = walk.state === 'colon';
    walk.state = 'value';
    return isExpected;
  }
  if (mark === '}' || mark === ']') {
    const isExpected = close(walk, mark);
    walk.state = 'after';
    return isExpected;
  }
  const isExpected = walk.state === 'value' || walk.state === 'firstValue';
  walk.open.push(mark === '{' ? '{' : '[');
  walk.state = mark === '{' ? 'firstKey' : 'firstValue';
  return isExpected;
}

function take(walk: Walk, [, mark, text]: RegExpExecArray): boolean {
  if (mark !== undefined) return punctuate(walk, mark);
  const isKey = walk.state === 'key' || walk.state === 'firstKey';
  const isExpected = isKey ? text !== undefined : walk.state === 'value' || walk.state === 'firstValue';
  walk.state = isKey ? 'colon' : 'after';
  return isExpected;
}

/** Where a text stops being JSON: the first character that does not fit, or its end. */
function faultAt(text: string): number {
  const walk: Walk = { state: 'value', open: [] };
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    at = SPACE.lastIndex;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token || !take(walk, token)) return at;
    at = TOKEN.lastIndex;
  }
}

const NEAR_MAX_CHARS = 30;

export type JsonFault = { line: number; near: string; isComment: boolean };

/** The line of a text that is no JSON in which it stops to be one, and what stands there. */
export function jsonFault(text: string): JsonFault {
  const at = faultAt(text);
  const rest = text.slice(at);
  return {
    line: text.slice(0, at).split('\n').length,
    near: (rest.split('\n', 1)[0] ?? '').trim().slice(0, NEAR_MAX_CHARS),
    isComment: /^\/[/*]/.test(rest),
  };
}
