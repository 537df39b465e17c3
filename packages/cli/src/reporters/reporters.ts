import {normalize} from 'node:path';
import {github, json, junit, markdown, type Reporter} from '@track-inspector/core';
import {InputError} from '../../../node/src/input-error';
import {stylish} from './stylish';

export const reporters: Readonly<Record<string, Reporter>> = {stylish, json, junit, markdown, github};

/** One item of `--format`: a reporter, and the file that it writes to; null: standard output. */
export interface Output<Report> {
  report: Report;
  file: string | null;
}

/** Reads `stylish,json=out.json`. Throws an `InputError`. */
export function readFormats<Report>(
  written: string,
  known: Readonly<Record<string, Report>>,
): Output<Report>[] {
  const outputs = written.split(',').map((part): Output<Report> => {
    const [name = '', ...rest] = part.trim().split('=');
    const report = Object.hasOwn(known, name) ? known[name] : undefined;
    const file = rest.join('=');
    if (report === undefined) {
      throw new InputError(`--format ${name} is not known. Use ${Object.keys(known).join(', ')}.`);
    }
    if (rest.length > 0 && file === '') throw new InputError(`--format ${name}= needs the name of a file.`);
    return {report, file: rest.length === 0 ? null : file};
  });
  if (outputs.filter(({file}) => file === null).length > 1) {
    throw new InputError(
      '--format: only one format can go to standard output. Write the others as format=file.',
    );
  }
  const files = outputs.flatMap(({file}) => file ?? []);
  const paths = files.map((file) => normalize(file));
  const twice = files.find((_, index) => paths.indexOf(paths[index] ?? '') !== index);
  if (twice !== undefined) throw new InputError(`--format: two formats cannot be written to ${twice}.`);
  return outputs;
}
