/**
 * What is wrong with a log, of which `at` gives the text at each position, for a history of appends: one that
 * was acknowledged is not there, one that was refused is, one is there twice, one that was acknowledged before
 * another was begun stands behind it, or it holds what nobody appended.
 */
export function problemsOf(where, at, appends) {
  const problems = [];
  const known = new Map(appends.map((append) => [append.text, append]));
  const seen = new Map();
  for (const [position, text] of at) {
    const append = known.get(text);
    const name = `${brief(text)} at ${position}`;
    if (!append) problems.push(`${where}: nobody appended ${name}`);
    else if (append.outcome === 'refused') problems.push(`${where}: ${name} was refused`);
    if (seen.has(text)) problems.push(`${where}: ${name} stands at ${seen.get(text)}, too`);
    seen.set(text, position);
  }
  for (const { text, outcome, position } of appends) {
    if (outcome !== 'acknowledged' || at.get(position) === text) continue;
    const found = at.has(position) ? brief(at.get(position)) : 'nothing';
    problems.push(`${where}: ${brief(text)} was acknowledged at ${position}, there is ${found}`);
  }
  return problems;
}

/** Appends that were acknowledged out of the order in which they followed each other. */
export function orderProblems(appends) {
  const acknowledged = appends.filter(({ outcome }) => outcome === 'acknowledged');
  const begun = acknowledged.toSorted((left, right) => left.invoked - right.invoked);
  const ended = acknowledged.toSorted((left, right) => left.returned - right.returned);
  const problems = [];
  let highest = { position: -1, text: '' };
  let next = 0;
  for (const append of begun) {
    for (; next < ended.length && ended[next].returned < append.invoked; next++) {
      if (ended[next].position > highest.position) highest = ended[next];
    }
    if (append.position > highest.position) continue;
    const before = `${brief(highest.text)} at ${highest.position}`;
    problems.push(
      `${brief(append.text)} at ${append.position} was begun after ${before} had ended`,
    );
  }
  return problems;
}

/** Positions at which two logs hold different texts. */
export function disagreements(logs) {
  const problems = [];
  const [[first, reference], ...others] = logs;
  for (const [where, at] of others) {
    for (const [position, text] of at) {
      if (!reference.has(position) || reference.get(position) === text) continue;
      problems.push(`${first} and ${where} differ at ${position}`);
    }
  }
  return problems;
}

function brief(text) {
  return JSON.stringify(text.slice(0, 12));
}
