// The results of a hunt as a table of Markdown.

export function tableOf(results) {
  const head = ['bug', 'found', 'system', 'seed', 'profile', 'recovery', 'invariant', 's'];
  const rows = results.map(
    ({ name, isFound, problem, system, seed, profile, recovery, invariant, seconds }) => [
      name,
      isFound ? 'yes' : `**no**: ${problem}`,
      system,
      `${seed ?? ''}`,
      profile ?? '',
      recovery ?? '',
      invariant ?? '',
      seconds.toFixed(1),
    ],
  );
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
