/** One line of a report: its keys are the columns. */
export type ReportRow = Readonly<Record<string, string | number>>;

/** Prints rows as JSON lines for programs, or as a table for people. */
export function printReport(rows: readonly ReportRow[], json: boolean): void {
  if (json) for (const row of rows) console.log(JSON.stringify(row));
  else printTable(rows);
}

function printTable(rows: readonly ReportRow[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...rows.map((row) => names.map((name) => cellText(row[name])))];
  const widths = names.map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of cells) {
    console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
  }
}

function cellText(value: string | number | undefined): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : (value ?? '');
}
