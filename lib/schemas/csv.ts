/**
 * RFC 4180 text. Cells that a spreadsheet would run as a formula get an apostrophe in front; so do those that begin
 * like such a cell, so that `fromCell` finds what each was.
 */
export function toCsv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const inert = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The text of a cell that `toCsv` wrote, its quotes taken off. */
export const fromCell = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r])/, '');
