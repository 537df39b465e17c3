import {existsSync, readFileSync} from 'node:fs';
import {createContext, Script} from 'node:vm';
import {type AST, RegExpParser} from '@eslint-community/regexpp';

export interface Attack {
  /** Milliseconds of processor time that the worst input took. */
  worst: number;
  /** The input, described by the parts it is made of. */
  input: string;
}

/** Characters to try for a character set, after those of the expression itself. */
const candidates = [
  'a',
  ' ',
  '0',
  '-',
  '.',
  '"',
  '\\',
  '/',
  '=',
  '%',
  '\n',
  '\t',
  ':',
  'A',
  '_',
  '{',
  '[',
  '<',
  '\u00e9',
  '\ud83d',
];
/** Endings that few expressions match, and the empty one. */
const ends = ['', '\u0000\n!'];

/**
 * The time that an expression takes for inputs of that size which are generated from it: every repeated part, every
 * prefix and every character of it, repeated, after text that leads to it and before text that it does not match.
 * Stops at the limit, in milliseconds.
 */
export function attackExpression(
  {source, flags}: {source: string; flags: string},
  {size, limit}: {size: number; limit: number},
): Attack {
  const expression = new RegExp(source, flags);
  const worst: Attack = {worst: 0, input: ''};
  for (const {head, pump} of toPumps(source, flags)) {
    for (const end of ends) {
      const input = head + pump.repeat(Math.ceil(size / pump.length)) + end;
      const took = time(expression, input, limit);
      if (took > worst.worst) {
        Object.assign(worst, {worst: took, input: JSON.stringify({head, pump, end})});
        if (took >= limit) return worst;
      }
    }
  }
  return worst;
}

/**
 * How much longer than the limit a run may take by the clock: `little`, since a run with more processor time than
 * that is too slow; `much`, for a run that waited for the processor while other programs were running.
 */
const PATIENCE = {little: 2, much: 5};

/** A run that used this multiple of the limit was not slowed down by chance, so repeating it would not help. */
const HOPELESS = 1.5;

const stat = '/proc/thread-self/schedstat';
const hasStat = existsSync(stat);

/**
 * Processor time of this thread in milliseconds if the system reports it (Linux), else the time by the clock. By the
 * clock, all expressions are slow on a busy machine.
 */
function now(): number {
  return hasStat ? Number(readFileSync(stat, 'utf8').split(' ', 1)[0]) / 1e6 : performance.now();
}

/** The globals of a run. All runs share one context, since creating one takes longer than most expressions. */
const room: {input: string; expression: RegExp} = createContext({input: '', expression: /^/}) as never;
const replacing = new Script('input.replace(expression, "")');

/** The fastest of up to four runs; `limit` if it is reached. */
function time(expression: RegExp, input: string, limit: number): number {
  let best = limit;
  Object.assign(room, {input, expression});
  let patience = PATIENCE.little;
  for (let run = 0; run < 4 && best >= limit; run++) {
    expression.lastIndex = 0;
    const start = now();
    try {
      replacing.runInContext(room, {timeout: limit * patience});
      best = Math.min(best, now() - start);
    } catch {
      if (now() - start >= limit * (patience === PATIENCE.little ? HOPELESS : 1)) return limit;
      patience = PATIENCE.much;
    }
  }
  return best;
}

/** The repeated parts and the text before them, each pair once. */
function toPumps(source: string, flags: string): {head: string; pump: string}[] {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const pumps = new Map<string, {head: string; pump: string}>();
  const add = (head: string, pump: string) => {
    if (pump !== '' && pumps.size < 80) pumps.set(JSON.stringify([head, pump]), {head, pump});
  };
  const own = [...new Set(source.replace(/\\[a-zA-Z]/g, ' '))]
    .filter((char) => !'()[]^$|?*+'.includes(char))
    .slice(0, 12);
  const visit: Walk['visit'] = (quantifier, head) => {
    for (const pump of samplesOf(quantifier.element, flags, own)) {
      add(head, pump);
      add('', head + pump);
      add('', pump);
    }
    add('', head);
  };
  for (const {elements} of pattern.alternatives) walk(elements, '', {flags, own, visit});
  for (const char of own) add('', char);
  return [...pumps.values()];
}

interface Walk {
  flags: string;
  /** Characters of the expression itself. */
  own: readonly string[];
  visit(quantifier: AST.Quantifier, head: string): void;
}

/** Every part that can repeat many times, with a text that leads to it. */
function walk(elements: readonly AST.Element[], before: string, {flags, own, visit}: Walk): void {
  let head = before;
  for (const element of elements) {
    walkElement(element, head, {flags, own, visit});
    head += samplesOf(element, flags, own)[0] ?? '';
  }
}

function walkElement(element: AST.Element, head: string, how: Walk): void {
  if (element.type === 'Quantifier') {
    if (element.max > 20) how.visit(element, head);
    walkElement(element.element, head, how);
  } else if ('alternatives' in element) {
    for (const alternative of element.alternatives) {
      if (alternative.type === 'Alternative') walk(alternative.elements, head, how);
    }
  }
}

/** Texts that a part of an expression matches: one per alternative, at most six. */
function samplesOf(element: AST.Element, flags: string, own: readonly string[]): string[] {
  switch (element.type) {
    case 'Character':
      return [String.fromCodePoint(element.value)];
    case 'CharacterSet':
    case 'CharacterClass': {
      const one = new RegExp(`^${element.raw}`, flags.replace(/[gy]/g, ''));
      const found = [...charactersOf(element), candidates[0] ?? '', ...own, ...candidates];
      return [...new Set(found)].filter((char) => one.test(char)).slice(0, 4);
    }
    case 'Quantifier': {
      const times = Math.max(1, element.min);
      return samplesOf(element.element, flags, own).map((sample) => sample.repeat(Math.min(times, 4)));
    }
    case 'Group':
    case 'CapturingGroup':
      return element.alternatives.flatMap(({elements}) => joinSamples(elements, flags, own)).slice(0, 8);
    default:
      return [''];
  }
}

function charactersOf(element: AST.CharacterSet | AST.CharacterClass): string[] {
  if (element.type !== 'CharacterClass' || element.negate) return [];
  return element.elements.flatMap((part) => {
    if (part.type === 'Character') return [String.fromCodePoint(part.value)];
    return part.type === 'CharacterClassRange' ? [String.fromCodePoint(part.min.value)] : [];
  });
}

/** The first sample of each element, then the other samples of the last element. */
function joinSamples(elements: readonly AST.Element[], flags: string, own: readonly string[]): string[] {
  const all = elements.map((element) => samplesOf(element, flags, own));
  const first = all.map(([sample = '']) => sample).join('');
  const last = all.at(-1) ?? [];
  const begin = all
    .slice(0, -1)
    .map(([sample = '']) => sample)
    .join('');
  return [...new Set([first, ...last.map((sample) => begin + sample)])];
}
