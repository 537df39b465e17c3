import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, it} from 'vitest';
import {readControls, UNKNOWN} from './read-controls';
import {tables} from './tables';
import {toPattern} from './walk';

const sources = fileURLToPath(new URL('../../../../src', import.meta.url));

/** The name of a file field, which opens the system's dialog. */
const ofFiles = 'Choose the files of a plan or drop them here';

/** A pattern that matches any name does not prove that a control is known. */
const takesAny = (name: string | RegExp) =>
  name instanceof RegExp && ['Something', 'any other name'].some((other) => name.test(other));

const known = tables
  .flatMap(({controls}) => controls.map(([, name]) => toPattern(name)))
  .filter((name) => !takesAny(name));

/** Whether a name with parts that are only known at run time may be one in a table. */
function mayBe(name: string, wanted: string | RegExp): boolean {
  const pieces = name.split(UNKNOWN);
  if (typeof wanted === 'string') return new RegExp(`^${pieces.map(toSource).join('.*')}$`).test(wanted);
  if (['1', 'x', ''].some((value) => wanted.test(pieces.join(value)))) return true;
  const plain = wanted.source.replaceAll('\\', '');
  return pieces.length > 1 && pieces.every((piece) => plain.includes(piece.trim()));
}

function toSource(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

it('each control that the sources name is in a table of the walk', () => {
  const paths = readdirSync(sources, {recursive: true, encoding: 'utf8'}).filter((path) =>
    path.endsWith('.tsx'),
  );
  const written = paths.flatMap((path) =>
    readControls(readFileSync(join(sources, path), 'utf8'), path).map((one) => ({...one, path})),
  );
  const missing = written.filter(
    ({name}) => name !== ofFiles && !known.some((wanted) => mayBe(name, wanted)),
  );
  expect(written.length).toBeGreaterThan(100);
  expect(missing.map(({path, line, name}) => `${path}:${line} ${name}`)).toEqual([]);
});

it('each table is pressed by a part of the walk', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const imports = [...read('tables.ts').matchAll(/^import \{([^}]+)\} from/gm)];
  const names = imports.flatMap(([, list = '']) => list.split(', ')).filter((name) => name !== 'press');
  const walks = [...read('../../panel/controls.spec.ts').matchAll(/await walk\(([\s\S]*?)\);/g)].join('\n');
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(walks))).toEqual([]);
});
