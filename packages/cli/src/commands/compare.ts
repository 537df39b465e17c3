import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {
  compareSessions,
  describeDifference,
  type GoldenSession,
  maskSession,
  readGolden,
  toSafeJson,
  toSafeText,
  writeGolden,
} from '@track-inspector/core';
import type {CAC} from 'cac';
import * as z from 'zod/mini';
import {InputError} from '../../../node/src/input-error';
import {readText} from '../../../node/src/read-text';
import type {Io} from '../io';
import {openSession} from '../open-session';
import {writeOutput} from '../write-output';
import {address, fileName, readFlags, textOr, toFiles, urlOption} from './flags';

const flagsSchema = z.object({
  config: fileName,
  golden: fileName,
  update: z._default(z.boolean(), false),
  format: textOr('stylish'),
  url: address,
});

type CompareFlags = z.output<typeof flagsSchema>;

export function defineCompare(cli: CAC, io: Io): void {
  cli
    .command('compare [...files]', 'Compare recordings with a golden session')
    .option('--golden <file>', 'The golden session')
    .option('--update', 'Write the golden session')
    .option(
      '--config <file>',
      'Settings, and the values to mask; default: the nearest track-inspector.config.json',
    )
    .option('--format <name>', 'stylish or json (default: stylish)')
    .option(...urlOption)
    .action((files: string[], options: unknown) =>
      compare(toFiles(files, options), readFlags('compare', flagsSchema, options), io),
    );
}

/** Compares recordings with a golden session. Resolves to the exit code 0 or 1; throws an `InputError` for 2. */
async function compare(patterns: readonly string[], flags: CompareFlags, io: Io): Promise<0 | 1> {
  const {golden: name, update, format} = flags;
  if (name === undefined) throw new InputError('Name the golden session with --golden.');
  if (format !== 'stylish' && format !== 'json') {
    throw new InputError(`--format ${format} is not known. Use stylish, json.`);
  }
  const path = resolve(io.folder, name);
  const session = await openSession(patterns, flags, io);
  const golden = await readFormer(path, name, update);
  if (update) return write(name, maskSession(session, golden?.mask ?? []), io);
  if (golden === null) {
    throw new InputError(`${name}: golden session not found. Write it with --update, and review it.`);
  }
  const differences = compareSessions(golden, session);
  if (format === 'json') io.out(`${toSafeJson(JSON.stringify({schemaVersion: 1, differences}, null, 2))}\n`);
  else {
    for (const difference of differences) io.out(`- ${toSafeText(describeDifference(difference))}\n`);
    io.out(`${summarize(differences.length)}\n`);
  }
  return differences.length === 0 ? 0 : 1;
}

/** The existing golden session; null if there is no file. Any other kind of file must not be overwritten. */
async function readFormer(path: string, name: string, update: boolean): Promise<GoldenSession | null> {
  if (!existsSync(path)) return null;
  const text = await readText(path);
  if (text === null) throw new InputError(`${name}: this file cannot be read.`);
  const reading = readGolden(text);
  if (reading.ok) return reading.session;
  const more = update ? ['--update does not overwrite it. Remove it, or choose another name.'] : [];
  throw new InputError(`${name}: ${reading.fault}`, more);
}

function summarize(count: number): string {
  if (count === 0) return 'The session is equal to the golden one.';
  return `${count} ${count === 1 ? 'difference' : 'differences'}. If they are intended, write the golden session again with --update.`;
}

async function write(name: string, session: GoldenSession, io: Io): Promise<0> {
  await writeOutput(name, writeGolden(session), io);
  const {length} = session.events;
  io.err(`${toSafeText(name)}: written with ${length === 1 ? '1 event' : `${length} events`}.\n`);
  return 0;
}
