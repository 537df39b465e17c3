import {readFile, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {readConfig} from './config';
import {findFiles} from './find-files';
import {InputError} from './input-error';
import type {Io} from './io';
import {type InputRequest, judge} from './judge';
import {openPlans} from './open-plans';
import {readRequests} from './read-requests';
import {readFormats} from './reporters/reporters';
import {toSafeText} from './safe-text';
import type {Verdict} from './verdict';

export interface CheckFlags {
  config: string | undefined;
  plans: readonly string[];
  format: string;
  failOn: string;
  maxWarnings: number | null;
  quiet: boolean;
  allowEmpty: boolean;
  url: string | undefined;
}

/** Judges recordings and writes reports. Resolves to the exit code 0 or 1; throws an `InputError` for 2. */
export async function check(patterns: readonly string[], flags: CheckFlags, io: Io): Promise<0 | 1> {
  const outputs = readFormats(flags.format);
  const isFailure = toFailure(flags);
  const {settings, plans} = await readConfig(flags.config, io.folder);
  const checkers = await openPlans([...plans, ...flags.plans], io.folder);
  const files = await findFiles(patterns, io.folder);
  const inputs: InputRequest[] = [];
  let count = 0;
  for (const [index, file] of files.entries()) {
    io.progress(`Reading ${toSafeText(file)} (${index + 1} of ${files.length})`);
    const bytes =
      file === '-' ? await io.readStdin() : await readFile(resolve(io.folder, file)).catch(() => null);
    if (bytes === null) throw new InputError(`${file}: this file can’t be read.`);
    const note = (text: string) => io.err(`note: ${toSafeText(text)}\n`);
    const newId = () => `request-${++count}`;
    const requests = readRequests(bytes, {file, settings, url: flags.url, newId, note});
    for (const request of requests) inputs.push({request, file});
  }
  io.progress(`Checking ${inputs.length} requests`);
  const verdict = judge(inputs, {settings, checkers, version: io.version});
  io.progress('');
  if (verdict.requests.length === 0 && !flags.allowEmpty) {
    throw new InputError(
      'There is no analytics request in what was read. Check the recording and the endpoints in the config, or use --allow-empty.',
    );
  }
  for (const {report, file} of outputs) {
    const text = report(verdict, {quiet: flags.quiet, colour: file === null && io.colour});
    if (file === null) io.out(text);
    else await writeFile(resolve(io.folder, file), text).catch(() => refuseFile(file));
  }
  return isFailure(verdict) ? 1 : 0;
}

function refuseFile(file: string): never {
  throw new InputError(`${file}: this file can’t be written.`);
}

function toFailure({failOn, maxWarnings}: CheckFlags): (verdict: Verdict) => boolean {
  const levels = ['error', 'warning', 'info'];
  const level = levels.indexOf(failOn);
  if (level === -1) throw new InputError(`--fail-on ${failOn} is not known. Use ${levels.join(', ')}.`);
  if (maxWarnings !== null && !(Number.isInteger(maxWarnings) && maxWarnings >= 0)) {
    throw new InputError('--max-warnings is not a valid number.');
  }
  return ({summary: {errors, warnings, infos}}) =>
    [errors, warnings, infos].slice(0, level + 1).some((count) => count > 0) ||
    (maxWarnings !== null && warnings > maxWarnings);
}
