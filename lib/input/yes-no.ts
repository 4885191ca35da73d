const YES = ['true', 'yes', 'y', 'on', '1', '是', '开', '开启', '√', '✓', '对'];
const NO = ['false', 'no', 'n', 'off', '0', '否', '关', '关闭', '×', '✗', '不'];

/** Yes or no in the words that people write into cells; null for any other text. */
export function readYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : null;
}
