import {existsSync, readFileSync} from 'node:fs';
import {createContext, Script} from 'node:vm';
import {type AST, RegExpParser} from '@eslint-community/regexpp';

export interface Attack {
  /** Milliseconds of the processor that the worst input took. */
  worst: number;
  /** The input, from what it is made of. */
  input: string;
}

/** Characters that stand for a set, behind those of the expression itself. */
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
/** Ends that few expressions allow, and none. */
const ends = ['', '\u0000\n!'];

/**
 * The time of an expression over inputs of that size which are made of itself: every repeated part of it, every
 * beginning of it and every character of it, over and over, behind what leads to it and before what it does not allow.
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
 * How much longer than the limit a run may take by the clock: little, as one that has used more than that of the processor
 * is too slow; much, for one that waited for the processor, on a machine where other programs run as well.
 */
const PATIENCE = {little: 2, much: 5};

/** A run that used so many times the limit was not held up by a hiccup: no other would be quick. */
const HOPELESS = 1.5;

const stat = '/proc/thread-self/schedstat';
const hasStat = existsSync(stat);

/**
 * Milliseconds that this thread had the processor, where the system says so (Linux), or those of the clock. By the clock, a
 * busy machine makes every expression slow.
 */
function now(): number {
  return hasStat ? Number(readFileSync(stat, 'utf8').split(' ', 1)[0]) / 1e6 : performance.now();
}

/** What a run sees. One context serves all, since a new one takes longer than most expressions. */
const room: {input: string; expression: RegExp} = createContext({input: '', expression: /^/}) as never;
const replacing = new Script('input.replace(expression, "")');

/** The quickest of up to four runs; `limit` if it is reached. */
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

/** What is repeated, and what stands before it, each pair once. */
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

/** Every part that may repeat often, with a text that leads to it. */
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

/** Texts that a part of an expression matches: one an alternative, at most six. */
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

/** The first sample of each, then the others of the last that has several. */
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
