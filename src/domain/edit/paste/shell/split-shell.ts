import {lineOf, newCommand, type ShellCommand, type ShellReading, type ShellWord} from './shell-word';
import {expandDocument, isSubstitution, OpenQuoteError, readWord, type Scope} from './word-reader';

/** Words that begin or end a list of commands, and are none themselves. */
const reserved = new Set([
  'do',
  'done',
  'then',
  'else',
  'elif',
  'fi',
  'if',
  'while',
  'until',
  '{',
  '}',
  '!',
  'time',
]);
const opensLoop = new Set(['for', 'while', 'until', 'select']);
const setsVariables = new Set(['export', 'declare', 'readonly', 'local']);
const assignment = /^[A-Za-z_][A-Za-z0-9_]*=/;

const outermost: Scope = {variables: new Map(), depth: 0};

/**
 * Splits byte text into commands by the rules of bash: quotes, `$'…'`, backslashes, continued lines, comments, pipes,
 * lists, loops, here-documents, redirects. Variables that the script itself sets are known, and what `printf`, `echo`
 * and `cat` write is; nothing else is expanded, and words say so.
 */
export function splitShell(text: string, scope: Scope = outermost): ShellReading {
  try {
    return {ok: true, commands: new Splitter(text, scope).read()};
  } catch (error) {
    if (error instanceof OpenQuoteError) return {ok: false, line: lineOf(text, error.at)};
    throw error;
  }
}

interface PendingDocument {
  command: ShellCommand;
  delimiter: string;
  isQuoted: boolean;
  /** `<<-`: tabs before each line are left out. */
  isIndented: boolean;
}

class Splitter {
  private at = 0;
  private readonly commands: ShellCommand[] = [];
  private current = newCommand();
  private readonly pending: PendingDocument[] = [];
  private readonly variables: Map<string, string | null>;
  private readonly scope: Scope;
  private loops = 0;
  private conditions = 0;

  constructor(
    private readonly text: string,
    scope: Scope,
  ) {
    this.variables = new Map(scope.variables);
    this.scope = {variables: this.variables, depth: scope.depth};
  }

  read(): ShellCommand[] {
    while (this.at < this.text.length) this.step();
    this.end({});
    return this.commands;
  }

  private step(): void {
    const {text, at} = this;
    const char = text.charAt(at);
    if (char === '\n') {
      this.at++;
      this.end({beginsLine: true});
      while (this.pending.length > 0) this.readDocument();
    } else if (char === ' ' || char === '\t' || char === '\r') this.at++;
    else if (char === '\\') this.readBackslash();
    else if (char === '#') this.skipComment();
    else if (isSubstitution(text, at)) this.addWord();
    else if (char === '<' || char === '>') this.readRedirect();
    else if (char === '&' && text[at + 1] === '>') this.at++;
    else if ('|;&()'.includes(char)) {
      this.at += text[at + 1] === char ? 2 : text.startsWith('|&', at) ? 2 : 1;
      this.end({
        beginsLine: false,
        isPiped: char === '|' && text[at + 1] !== '|',
        isAlternative: text.startsWith('||', at),
      });
    } else this.addWord();
  }

  /** A line break behind it continues the line, and so do those who left spaces there mean it. */
  private readBackslash(): void {
    let end = this.at + 1;
    while (' \t\r'.includes(this.text[end] ?? 'x')) end++;
    if (this.text[end] !== '\n') {
      this.addWord();
      return;
    }
    if (/[ \t]/.test(this.text.slice(this.at + 1, end))) this.current.hasLooseEnd = true;
    this.at = end + 1;
  }

  private skipComment(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end;
  }

  private addWord(): void {
    const {word, end} = readWord(this.text, this.at, this.scope);
    this.at = end;
    if (this.isDescriptor(word)) return;
    const {words} = this.current;
    if (words.length === 0 && reserved.has(word.source)) {
      if (opensLoop.has(word.source)) this.loops++;
      if (word.source === 'done') this.loops = Math.max(0, this.loops - 1);
      if (word.source === 'then') this.conditions++;
      if (word.source === 'fi') this.conditions = Math.max(0, this.conditions - 1);
      return;
    }
    if (words.length === 0 && opensLoop.has(word.source)) this.loops++;
    words.push(word);
  }

  /** `2` of `2>file`. */
  private isDescriptor({source}: ShellWord): boolean {
    return (
      /^\d+$/.test(source) && /[<>]/.test(this.text.charAt(this.at)) && !isSubstitution(this.text, this.at)
    );
  }

  private readRedirect(): void {
    const {text} = this;
    const operator = /<<<|<<-|<<|<>|<&|<|>>|>&|>\||>/y;
    operator.lastIndex = this.at;
    const [found = '<'] = operator.exec(text) ?? [];
    this.at += found.length;
    while (' \t'.includes(text[this.at] ?? 'x')) this.at++;
    const target = this.readTarget();
    if (target === null) return;
    if (found === '<<<') this.current.input = {...target, value: `${target.value}\n`};
    else if (found === '<<' || found === '<<-') {
      const isQuoted = /['"\\]/.test(target.source);
      this.pending.push({
        command: this.current,
        delimiter: target.value,
        isQuoted,
        isIndented: found === '<<-',
      });
    } else if (found === '<' || found === '<>') this.current.inputFile = target.value;
  }

  private readTarget(): ShellWord | null {
    const char = this.text[this.at];
    if (char === undefined || '\r\n|;&()<>'.includes(char)) return null;
    const {word, end} = readWord(this.text, this.at, this.scope);
    this.at = end;
    return word;
  }

  private readDocument(): void {
    const document = this.pending.shift();
    if (document === undefined) return;
    const start = this.at;
    const lines: string[] = [];
    while (this.at < this.text.length) {
      const end = this.text.indexOf('\n', this.at);
      const whole = this.text.slice(this.at, end === -1 ? undefined : end).replace(/\r$/, '');
      const line = document.isIndented ? whole.replace(/^\t+/, '') : whole;
      this.at = end === -1 ? this.text.length : end + 1;
      if (line === document.delimiter) break;
      lines.push(`${line}\n`);
    }
    const source = lines.join('');
    const word = {source, at: start, isTypographic: false};
    const {value, unknown} = document.isQuoted
      ? {value: source, unknown: []}
      : expandDocument(source, this.scope);
    document.command.input = {...word, value, unknown};
  }

  private end(next: Partial<ShellCommand>): void {
    const {current} = this;
    if (current.words.length > 0) {
      current.isInLoop = this.loops > 0;
      current.isConditional = this.conditions > 0;
      const assigned = current.words.slice(setsVariables.has(current.words[0]?.source ?? '') ? 1 : 0);
      if (assigned.every(({source}) => assignment.test(source))) this.assign(assigned);
      else this.commands.push(current);
    }
    // A list goes on behind a line break after a pipe.
    const isPiped = next.isPiped ?? (current.words.length === 0 && current.isPiped);
    this.current = newCommand({...next, isPiped});
  }

  private assign(words: readonly ShellWord[]): void {
    for (const {value, unknown} of words) {
      const name = value.slice(0, value.indexOf('='));
      this.variables.set(
        name,
        unknown.length > 0 || this.loops + this.conditions > 0 ? null : value.slice(name.length + 1),
      );
    }
  }
}

/** Without `NAME=value` before its command. */
export function withoutAssignments(words: readonly ShellWord[]): readonly ShellWord[] {
  const first = words.findIndex(({source}) => !assignment.test(source));
  return first === -1 ? [] : words.slice(first);
}
