/** Errors whose text is written for whoever runs Suncode. By name, since the modules that throw them come after the build. */
const KNOWN = [
  'EnvError',
  'DataDirInUseError',
  'AddressInUseError',
  'DatabaseStartError',
  'InstallationMismatchError',
  'BackupError',
  'PlaceError',
];

/** Ends the process with what went wrong: a sentence where it is known, else the stack for a report. */
export function failStart(error: unknown): never {
  const known = error instanceof Error && KNOWN.includes(error.name);
  console.error(
    known
      ? error.message
      : `Suncode could not start: ${error instanceof Error ? error.stack : String(error)}`,
  );
  process.exit(1);
}
