#!/usr/bin/env node
import {version} from '../package.json';
import type {Io} from './io';
import {run} from './run';

const {stdout, stderr} = process;

const io: Io = {
  folder: process.cwd(),
  version,
  colour: stdout.isTTY && stdout.hasColors() && !process.env.NO_COLOR,
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  progress: (text) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[K${text}`);
  },
  // Opened on first use, since that takes longer than opening a file.
  get stdin() {
    return process.stdin;
  },
  onSignal: (listener) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => listener(signal));
  },
};

/** Whether the report could not be written, for example to a full disk. */
let isLost = false;
stdout.on('error', ({code}: NodeJS.ErrnoException) => {
  // The program that reads the output, such as `head`, has ended before everything was written.
  if (code === 'EPIPE' || isLost) return;
  isLost = true;
  stderr.write(`track-inspector: standard output cannot be written (${code}).\n`);
  process.exitCode = 2;
});
// Messages that nobody reads must not change the exit code.
stderr.on('error', () => undefined);

const exitCode = await run(process.argv, io);
process.exitCode = isLost ? 2 : exitCode;
