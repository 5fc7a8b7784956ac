import type { FileSystem } from '@quorate/checkpoint';
import type { Runtime } from '@quorate/process';
import { ResourceError } from './errors.ts';
import { isDynamicallyReserved, isPersistentVolume } from './protocol/resource.ts';
import { Resources } from './protocol/resources.ts';

/** Where the resources are kept, and what the agent is configured with. */
export interface ResourceCheckpointerOptions {
  readonly fileSystem: FileSystem;
  /**
   * The agent's directory, which no other agent uses: an absolute path. The files are in
   * `meta/resources` below it, the volumes in `volumes`.
   */
  readonly workDirectory: string;
  /** What the operator gives the agent: reserved to nobody, or statically. */
  readonly resources: Resources;
  /** Default: the runtime of the program. */
  readonly runtime?: Runtime;
}

export type CheckpointerSettings = Omit<ResourceCheckpointerOptions, 'runtime'>;

/** Throws `RESOURCES_OPTION_INVALID`. */
export function checkOptions(options: ResourceCheckpointerOptions): CheckpointerSettings {
  const { fileSystem, workDirectory, resources } = options;
  if (typeof fileSystem?.readFile !== 'function') {
    throw invalid('fileSystem', fileSystem, 'a file system, such as nodeFileSystem() returns');
  }
  if (typeof workDirectory !== 'string' || !/^([A-Za-z]:)?\/./.test(workDirectory)) {
    throw invalid('workDirectory', workDirectory, 'an absolute path with slashes');
  }
  if (!(resources instanceof Resources)) {
    throw invalid('resources', resources, 'Resources, such as parseResources(text) returns');
  }
  for (const resource of resources) {
    if (isDynamicallyReserved(resource) || isPersistentVolume(resource)) {
      throw invalid(
        'resources',
        resources,
        'what an operator configures: no volumes, and reserved statically at most',
      );
    }
  }
  return { fileSystem, workDirectory: workDirectory.replace(/\/+$/, ''), resources };
}

function invalid(name: string, value: unknown, expected: string): ResourceError {
  const message = `expected ${name} to be ${expected}, got ${String(value)}`;
  return new ResourceError('RESOURCES_OPTION_INVALID', message);
}
