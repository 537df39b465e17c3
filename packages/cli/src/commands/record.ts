import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {constants} from 'node:os';
import {resolve} from 'node:path';
import {toSafeText} from '@track-inspector/core';
import type {CAC} from 'cac';
import * as z from 'zod/mini';
import {InputError} from '../../../node/src/input-error';
import type {Io} from '../io';
import {fileName, readFlags, textOr, wholeNumber} from './flags';

const flagsSchema = z.object({
  /** 0: any free port. */
  port: z._default(wholeNumber, 0),
  status: z._default(wholeNumber, 200),
  answer: textOr('{"success":true}'),
  out: fileName,
  /** The command to run while recording; we exit with its exit code. Empty: record until the process is asked to end. */
  '--': z._default(z.array(z.string()), []),
});

type RecordFlags = z.output<typeof flagsSchema>;

/** The environment variable with the recorder's address, for the command. */
const ADDRESS = 'TRACK_INSPECTOR_URL';

export function defineRecord(cli: CAC, io: Io): void {
  cli
    .command(
      'record',
      'Receive batches on 127.0.0.1 and write them as NDJSON, until the command after -- ends or Ctrl+C',
    )
    .usage('record [options] [-- command]')
    .option('--port <number>', 'Port to receive batches on (default: any free port)')
    .option('--out <file>', 'File to write to (default: standard output)')
    .option('--status <number>', 'HTTP status of the response (default: 200)')
    .option('--answer <text>', 'Body of the response (default: {"success":true})')
    .action((options: unknown) => record(readFlags('record', flagsSchema, options), io));
}

/**
 * Receives batches on the loopback interface like a vendor does, and writes each as a line of NDJSON without its
 * credentials. Resolves to the exit code of the command; throws an `InputError`.
 */
async function record(flags: RecordFlags, io: Io): Promise<number> {
  const {port, status, answer, out, '--': command} = flags;
  if (port < 0 || port > 65535) throw new InputError('--port is not a valid port.');
  if (status < 200 || status > 599) {
    throw new InputError('--status is not a valid status: use 200 to 599.');
  }
  if (command.length > 0 && out === undefined) {
    throw new InputError('Name a file with --out: standard output belongs to the command that is run.');
  }
  const file = out === undefined ? null : createWriteStream(resolve(io.folder, out));
  const fault = new Promise<never>((_resolve, reject) => {
    file?.on('error', () => reject(new InputError(`${out}: this file cannot be written.`)));
  });
  // The rejection may happen before the promise is awaited.
  fault.catch(() => null);
  // Before the command is started, which may take long.
  if (file) await Promise.race([once(file, 'open'), fault]);
  let count = 0;
  const {startRecorder} = await import('../start-recorder');
  const recorder = await startRecorder(port, {
    status,
    answer,
    take(line) {
      count++;
      io.progress(`${count} recorded`);
      if (file) file.write(line);
      else io.out(line);
    },
  }).catch(() => {
    throw new InputError(`Port ${port} of 127.0.0.1 cannot be used. Choose another with --port.`);
  });
  io.err(`Recording on ${recorder.url}\n`);
  try {
    const end =
      command.length > 0
        ? runCommand(command, recorder.url, io)
        : new Promise<number>((done) => io.onSignal(() => done(0)));
    return await Promise.race([end, fault]);
  } finally {
    await recorder.close();
    await new Promise<void>((done) => (file ? file.end(done) : done()));
    io.progress('');
    io.err(`${count} ${count === 1 ? 'request' : 'requests'} recorded.\n`);
  }
}

async function runCommand(
  [name = '', ...args]: readonly string[],
  url: string,
  {folder, onSignal}: Io,
): Promise<number> {
  const {spawn} = await import('node:child_process');
  return new Promise((done, fail) => {
    const env = {...process.env, [ADDRESS]: url};
    const child = spawn(name, args, {
      cwd: folder,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    // A CI server that cancels a job only ends this process. Ctrl+C reaches both: this one waits for the command.
    onSignal((signal) => signal === 'SIGTERM' && child.kill(signal));
    child.on('error', () => fail(new InputError(`${toSafeText(name)}: this command cannot be run.`)));
    // The convention of shells: 128 plus the number of the signal.
    child.on('exit', (code, signal) => done(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}
