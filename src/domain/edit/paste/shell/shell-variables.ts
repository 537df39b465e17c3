import type {ShellWord} from './shell-word';

const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
const setters = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);
/** Commands that set the named variables to values that only a shell knows. */
const changers = new Set([
  'unset',
  'read',
  'let',
  'printf',
  'for',
  'select',
  'mapfile',
  'readarray',
  'getopts',
  'time',
  'wait',
  'exec',
  'coproc',
]);
/** Commands that run text of the script, or of a file, which may set any variable. */
const runners = new Set(['eval', 'source', '.']);
/** Expansions that set a variable: `${NAME:=…}`, and arithmetic. */
const setsWithin = /\$\{\w+:?=|\$\(\(|\$\[/;

/** The values of a script's variables at the reader's position; null: only a shell knows. */
export class ShellVariables {
  readonly values: Map<string, string | null>;

  constructor(outer: ReadonlyMap<string, string | null>) {
    this.values = new Map(outer);
  }

  /**
   * Processes the words of a command that has ended. `isCertain`: a shell runs it once, and the effect lasts. True if
   * it only sets variables.
   */
  take(words: readonly ShellWord[], isCertain: boolean): boolean {
    const [first] = words;
    if (first === undefined) return false;
    if (runners.has(first.source) || words.some(({source}) => setsWithin.test(source))) this.forget();
    const isSetter = setters.has(first.source);
    const assigned = isSetter ? words.slice(1) : words;
    if (assigned.every(({source}) => assignment.test(source))) {
      for (const word of assigned) this.assign(word, isCertain);
      return true;
    }
    const isChanger = isSetter || changers.has(first.source);
    for (const {source} of isChanger ? words.slice(1) : [first]) {
      const name = /^(\w+)(?:$|\[|=)/.exec(source)?.[1];
      if (name !== undefined && this.values.has(name)) this.values.set(name, null);
    }
    return false;
  }

  /** For arithmetic, which may change any variable. */
  forget(): void {
    for (const name of this.values.keys()) this.values.set(name, null);
  }

  private assign({source, value, unknown}: ShellWord, isCertain: boolean): void {
    const [written = '', name = '', plus] = /^(\w+)(\+)?=/.exec(value) ?? [];
    const before = plus === undefined ? '' : (this.values.get(name) ?? null);
    const isKnown = isCertain && before !== null && unknown.length === 0 && !/[=:]~/.test(source);
    this.values.set(name, isKnown ? before + value.slice(written.length) : null);
  }
}

/** The words without `NAME=value` before the command. */
export function withoutAssignments(words: readonly ShellWord[]): readonly ShellWord[] {
  const first = words.findIndex(({source}) => !assignment.test(source));
  return first === -1 ? [] : words.slice(first);
}
