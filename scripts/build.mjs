// Builds every package, packs it and tries the packed files. The tarballs are left in
// dist/tarballs, ready for `npm publish`.
//
// Usage: npm run build

import { bundleAll } from './build/bundle.mjs';
import { packAll } from './build/pack.mjs';
import * as smoke from './build/smoke.mjs';
import { workspacePackages } from './lib/packages.mjs';
import { runSteps } from './lib/run.mjs';
import { withScratchFolder } from './lib/scratch.mjs';

const packages = workspacePackages();
let tarballs = new Map();

const isBuilt = await withScratchFolder((project) =>
  runSteps('build', [
    { name: 'bundle', run: () => bundleAll(packages) },
    {
      name: 'publint and pack',
      run: async () => {
        tarballs = await packAll(packages);
        return `${tarballs.size} tarballs`;
      },
    },
    { name: 'install', run: () => smoke.installTarballs(project, packages, tarballs) },
    { name: 'import and require', run: () => smoke.smokeRun(project, packages) },
    { name: 'an actor', run: () => smoke.smokeActor(project) },
    { name: 'plain jest', run: () => smoke.smokeJest(project, packages) },
    { name: 'types, checked by a user', run: () => smoke.smokeTypes(project, packages) },
    { name: 'browser bundle', run: () => smoke.smokeBrowser(project, packages) },
    { name: 'quorate --help', run: () => smoke.smokeCommand(project) },
  ]),
);
if (!isBuilt) process.exitCode = 1;
