import { readFileSync, writeFileSync } from 'node:fs';

// `npm run lockfile`: adds to package-lock.json the optional packages of other systems that npm left out. A registry
// mirror that lacks them makes `npm install` drop them from the lock file, and then `npm ci` refuses it, everywhere.
type Entry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
};
type Lock = { packages: Record<string, Entry> };

const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'freebsd',
  'android',
  'openharmony',
  'sunos',
  'netbsd',
  'openbsd',
  'aix',
];
const CPUS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

/** `@next/swc-darwin-arm64` runs on darwin and arm64; npm installs it nowhere else. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu'> {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.find(
    (system) => words.includes(system) || words.some((word) => word === `${system}eabi`),
  );
  const cpu = CPUS.find((known) => words.includes(known));
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) };
}

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added: string[] = [];
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    // Only exact versions are binaries of their parent; ranges are ordinary packages that npm resolves by itself.
    if (lock.packages[path] || !/^\d/.test(version)) continue;
    lock.packages[path] = { version, ...platformOf(name), ...(parent.dev && { dev: true }), optional: true };
    added.push(`${name}@${version}`);
  }
}
const sorted = Object.entries(lock.packages).toSorted(([left], [right]) => (left < right ? -1 : 1));
writeFileSync(
  'package-lock.json',
  `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`,
);
console.log(added.length === 0 ? 'The lock file is complete.' : `Added ${added.join(', ')}.`);
