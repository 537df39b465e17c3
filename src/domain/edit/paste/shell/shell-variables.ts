import type {ShellWord} from './shell-word';

const assignment = /^[A-Za-z_][A-Za-z0-9_]*\+?=/;
const setters = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);
/** Commands that set the variables they name to what only a shell knows. */
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
/** Commands that run text of the script, or of a file, which may set any. */
const runners = new Set(['eval', 'source', '.']);
/** What sets a variable where its value is put in: `${NAME:=…}`, and arithmetic. */
const setsWithin = /\$\{\w+:?=|\$\(\(|\$\[/;

/** The values of a script's variables at the reader's position; null: only a shell knows. */
export class ShellVariables {
  readonly values: Map<string, string | null>;

  constructor(outer: ReadonlyMap<string, string | null>) {
    this.values = new Map(outer);
  }

  /**
   * Takes in the words of a command that has ended. `isCertain`: a shell runs it once, and for what follows. True if it
   * does nothing but set variables.
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

  /** For arithmetic, which may change any. */
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

/** Without `NAME=value` before its command. */
export function withoutAssignments(words: readonly ShellWord[]): readonly ShellWord[] {
  const first = words.findIndex(({source}) => !assignment.test(source));
  return first === -1 ? [] : words.slice(first);
}
