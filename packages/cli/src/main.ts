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
  untilEnd: () =>
    new Promise((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

// The program that reads the output, such as `head`, has ended before everything was written.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv, io);
