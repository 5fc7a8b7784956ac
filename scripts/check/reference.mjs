// The reference: every export of every package, as its doc comments describe it.

import { Application, Logger, LogLevel, ReflectionKind } from 'typedoc';
import { root, workspacePackages } from '../lib/packages.mjs';
import { StepFailure } from '../lib/run.mjs';

/** What must have a doc comment. */
const DOCUMENTED =
  ReflectionKind.Class |
  ReflectionKind.Interface |
  ReflectionKind.Function |
  ReflectionKind.TypeAlias |
  ReflectionKind.Variable;
/** Not to be imported by anybody. */
const NO_LIBRARY = '@quorate/process/worker-entry';

class Collector extends Logger {
  problems = [];

  log(message, level) {
    if (level >= LogLevel.Warn) this.problems.push(message);
  }
}

async function convert() {
  const entries = workspacePackages().flatMap(({ entries }) => entries);
  const app = await Application.bootstrap({
    name: 'Quorate',
    tsconfig: `${root}/tsconfig.json`,
    entryPoints: entries
      .filter(({ specifier }) => specifier !== NO_LIBRARY)
      .map(({ source }) => source),
    readme: 'none',
    disableSources: true,
    excludeInternal: true,
    excludePrivate: true,
    excludeExternals: true,
    // That of the step `types` says the same.
    skipErrorChecking: true,
    validation: { notExported: false, invalidLink: true, invalidPath: true, notDocumented: false },
  });
  const collector = new Collector();
  app.logger = collector;
  const project = await app.convert();
  if (!project) throw new StepFailure(collector.problems.join('\n') || 'nothing was converted');
  app.validate(project);
  const problems = [...collector.problems, ...undocumented(project)];
  if (problems.length > 0) throw new StepFailure(problems.join('\n'));
  return { app, project };
}

function undocumented(project) {
  return project
    .getReflectionsByKind(DOCUMENTED)
    .filter(
      ({ comment, signatures }) => !comment && !signatures?.some((signature) => signature.comment),
    )
    .map((reflection) => `${reflection.getFriendlyFullName()} has no doc comment`);
}

/** Fails on an export without a doc comment, and on a comment that refers to what is not there. */
export async function checkReference() {
  const { project } = await convert();
  return `${project.getReflectionsByKind(DOCUMENTED).length} exports`;
}

/** Writes the reference as a web site into `folder`. */
export async function writeReference(folder) {
  const { app, project } = await convert();
  await app.generateDocs(project, folder);
}
