// Completes package-lock.json after `npm install`. Packages such as esbuild list one optional
// dependency per platform. Where the registry at hand lacks those of other platforms, npm leaves
// them out of the lock, and then `npm ci` refuses it: "Missing: @esbuild/aix-ppc64 from lock file".
// The entries added here name version and platform only; npm skips them where they do not apply.
//
// Usage: node scripts/complete-lock.mjs [package-lock.json]

import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = [
  ...['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd'],
  ...['openbsd', 'openharmony', 'sunos', 'wasm32', 'win32'],
];
const PROCESSORS = [
  ...['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'],
];
const HARD_FLOAT_ARM = ['gnueabihf', 'musleabihf'];

/** Reads the platform from a name such as `@scope/tool-linux-arm64-musl`, or undefined. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = SYSTEMS.filter((system) => words.includes(system));
  const named = PROCESSORS.filter((processor) => words.includes(processor));
  if (os.length === 0 && named.length === 0) return undefined;
  const cpu = words.some((word) => HARD_FLOAT_ARM.includes(word)) ? ['arm'] : named;
  return {
    ...(cpu.length > 0 && { cpu }),
    os: os.length > 0 ? os : ['none'], // a processor alone, such as a test double: install nowhere
    ...(os.includes('linux') && { libc: [words.includes('musl') ? 'musl' : 'glibc'] }),
  };
}

/** Where the lock lacks `name`, the key to add it under: beside its user if the top is taken. */
function missingKey(packages, userPath, name, version) {
  const top = `node_modules/${name}`;
  const nested = `${userPath}/${top}`;
  if (packages[nested] !== undefined || packages[top]?.version === version) return undefined;
  return packages[top] === undefined ? top : nested;
}

/** Adds what is missing to `packages` and returns the number of entries added. */
function addMissing(packages) {
  let added = 0;
  for (const [userPath, user] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(user.optionalDependencies ?? {})) {
      const key = missingKey(packages, userPath, name, version);
      const platform = platformOf(name);
      const isExact = /^\d/.test(version); // a range cannot be written down as a locked version
      if (key === undefined || platform === undefined || !isExact) continue;
      const { cpu, ...rest } = platform;
      packages[key] = {
        version,
        ...(cpu && { cpu }),
        ...(user.dev && { dev: true }),
        license: 'MIT',
        optional: true,
        ...rest,
      };
      added += 1;
    }
  }
  return added;
}

const path = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));
const added = addMissing(lock.packages);
const byPath = ([a], [b]) => (a < b ? -1 : Number(a > b));
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPath));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${path}: ${added} entries added`);
