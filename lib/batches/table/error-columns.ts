/**
 * The columns that an error list adds after the original ones: the line in the table, the fields at fault, what is wrong
 * in words, and the page that WeChat was asked for. Fixed names, whatever the language: a corrected list that is dropped in again is known by them.
 */
export const ERROR_COLUMNS = ['suncode_line', 'suncode_fields', 'suncode_problem', 'suncode_page'] as const;

/** Whether a column is one that an error list added. */
export function isErrorColumn(name: string): boolean {
  return ERROR_COLUMNS.some((column) => column === name.trim().toLowerCase());
}
