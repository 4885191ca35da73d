import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import packed from '../package.json' with { type: 'json' };
import { Api } from './api';
import { createBatch, showBatch, waitForBatch, type BatchOptions } from './batch';
import {
  createCode,
  downloadCodes,
  listCodes,
  type CreateOptions,
  type DownloadOptions,
  type ListOptions,
} from './codes';
import type { Context } from './context';
import { Ending, EXIT, orAborted } from './exit';
import { exportCodes, type ExportOptions } from './export';
import { login } from './login';
import { promoteCodes, retargetCodes, undoAction, type ManyOptions, type RetargetOptions } from './many';
import { showQuota } from './quota';
import { readSettings } from './settings';
import { say } from './terminal';

const stop = new AbortController();
// Once: who presses it again does not want to wait for anything.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

const program = new Command('suncode');
const isJson = () => program.opts<{ json?: boolean }>().json === true;
const context = (): Context => ({
  api: new Api(readSettings(), stop.signal),
  isJson: isJson(),
  signal: stop.signal,
});

function number(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('A whole number is needed.');
  return value;
}

const endpoint = (initial?: string) =>
  new Option('--endpoint <name>', "which of WeChat's three")
    .choices(['getwxacodeunlimit', 'getwxacode', 'createwxaqrcode'])
    .default(initial);
const miniProgram = '--mini-program <id, AppID or name>';

program
  .description(packed.description)
  .version(packed.version)
  .option('--json', 'print JSON for scripts')
  .exitOverride()
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true })
  .addHelpText(
    'after',
    '\nEnds with 0 done, 1 failed, 2 wrong use, 3 refused, 4 not all made, 5 batch stopped, 130 interrupted.',
  );

program
  .command('login <url>')
  .description('keep a server and a key; the key is asked for, read from stdin or from SUNCODE_API_KEY')
  .action((url: string) => login(url, isJson(), stop.signal));

const codes = program.command('codes').description('make, find and fetch codes');
codes
  .command('create')
  .description('make one code; parameters that were made before cost nothing')
  .addOption(endpoint('getwxacodeunlimit'))
  .option(miniProgram)
  .option('--scene <text>')
  .option('--page <page>')
  .option('--path <path>')
  .option('--name <name>')
  .option('--width <pixels>', 'of the picture', number)
  .option('--transparent', 'without a white ground')
  .option('--env-version <version>', 'release, trial or develop')
  .option('--no-check-path', 'also for a page that is not published')
  .option('-o, --output <file or folder>', 'fetch the picture')
  .action((options: CreateOptions) => createCode(context(), options));
codes
  .command('list')
  .description('codes, newest first')
  .option('-q, --query <text>', 'in name, note, path, page and scene')
  .option(miniProgram)
  .option('--status <statuses>')
  .option('--batch <id>')
  .option('--tag <ids>')
  .option('--folder <id>')
  .option('--limit <count>', 'no more than these', number, 50)
  .action((options: ListOptions) => listCodes(context(), options));
codes
  .command('download <ids...>')
  .description('pictures of codes')
  .addOption(new Option('--format <format>').choices(['original', 'png', 'thumbnail']).default('original'))
  .option('-o, --output <file or folder>')
  .action((ids: string[], options: DownloadOptions) => downloadCodes(context(), ids, options));

const ofMany = (command: Command) =>
  command
    .option('--filter <name=value...>', 'all that match, such as batch=…')
    .option('--count <count>', 'refused when another number matches', number);
ofMany(codes.command('retarget [ids...]'))
  .description('change what live codes lead to; what is left out stays as it is')
  .option('--page <page>')
  .option('--scanned-page', 'the page that the scan opens')
  .option('--parameter <name=value...>', 'one with the same name is replaced, others stay')
  .option('--pause [message]')
  .option('--resume')
  .option('--rules <file>', 'JSON as the API takes it, in the place of those that each code has')
  .option('--clear-rules')
  .option('--at <moment>', 'from then on, as 2026-12-24T09:00 or in UTC with seconds and Z')
  .action((ids: string[], options: RetargetOptions) => retargetCodes(context(), ids, options));
ofMany(codes.command('promote [ids...]'))
  .description('make a release code beside each code of the trial or development version')
  .action((ids: string[], options: ManyOptions) => promoteCodes(context(), ids, options));
codes
  .command('undo <action>')
  .description('take back what retarget did')
  .action((id: string) => undoAction(context(), id));

const batch = program.command('batch').description('many codes from a table');
batch
  .command('create <file>')
  .description('check a table (xlsx, csv …) and start it where nothing stands in the way')
  .option('--preset <name or id>', 'a setup template, which says what the columns are for')
  .addOption(endpoint())
  .option(miniProgram)
  .option('--sheet <name>', 'of a workbook')
  .option('--name <name>')
  .option('--live', 'live codes, which can be changed after printing')
  .option('--skip', 'leave out rows that are wrong or repeated')
  .option('--dry-run', 'only check')
  .option('--wait', 'until all rows are made')
  .action((file: string, options: BatchOptions) => createBatch(context(), file, options));
batch
  .command('show <id>')
  .description('state and counts')
  .action((id: string) => showBatch(context(), id));
batch
  .command('wait <id>')
  .description('until all rows are made')
  .action((id: string) => waitForBatch(context(), id));

program
  .command('export')
  .description('a file of many codes: ask for it, wait, fetch it')
  .option('--batch <id>')
  .option('--codes <ids...>')
  .option('--filter <name=value...>', 'such as status=READY')
  .option('--all', 'every code that the key sees')
  .option('--format <format>', 'zip, csv, xlsx …', 'zip')
  .option('--names <template>', 'of the files in a ZIP, such as {name}')
  .option('--allow-unreleased', 'with codes of the trial or development version, which only testers can open')
  .option('--skip-unreleased', 'without them; one of both where there are any')
  .option('-o, --output <file or folder>')
  .action((options: ExportOptions) => exportCodes(context(), options));

program
  .command('quota')
  .description('how much of the permanent quota is left')
  .action(() => showQuota(context()));

/** Help and version are no failure; what commander found wrong it has said already. */
const endingOf = ({ exitCode }: CommanderError) => (exitCode === 0 ? EXIT.done : EXIT.wrongUse);

function end(error: unknown): number {
  if (error instanceof CommanderError) return endingOf(error);
  const interrupted = new Ending('interrupted', 'Interrupted.');
  const failed = new Ending('failed', error instanceof Error ? error.message : String(error));
  const ending = error instanceof Ending ? error : stop.signal.aborted ? interrupted : failed;
  const { message, problem } = ending;
  say(isJson() ? JSON.stringify({ error: { exit: EXIT[ending.exit], message, problem } }) : message);
  return EXIT[ending.exit];
}

try {
  // A turn later: whoever knows more to say about it has said it by then.
  await orAborted(stop.signal, program.parseAsync(), setImmediate);
} catch (error) {
  process.exitCode = end(error);
}
