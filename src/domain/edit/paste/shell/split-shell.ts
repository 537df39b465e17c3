import type {Scope, Variables} from './scope';
import {ShellVariables} from './shell-variables';
import {lineOf, newCommand, type ShellCommand, type ShellReading, type ShellWord} from './shell-word';
import {blankAt, expandDocument, isSubstitution, OpenQuoteError, readWord} from './word-reader';
import {writtenBy} from './written-by';

/** Words that begin or end a list of commands, and are not commands themselves. */
const reserved = new Set('do done then else elif fi if while until esac { } !'.split(' '));
const opensLoop = new Set(['for', 'while', 'until', 'select']);
const opensCondition = new Set(['then', 'case']);
const closesCondition = new Set(['fi', 'esac']);

/** Real commands do not nest substitutions deeper, and each level reads its text again. */
const MAX_DEPTH = 8;

/**
 * Splits byte text into commands by the rules of bash: quotes, `$'…'`, backslashes, continued lines, comments, pipes,
 * lists, loops, here-documents, redirects. Variables that the script itself sets are expanded, and so is the output
 * of `printf`, `echo` and `cat`; words mark everything that is not expanded.
 */
export function splitShell(text: string): ShellReading {
  return split(text, new Map(), 0);
}

/** `depth`: the nesting depth of substitutions. */
function split(text: string, variables: Variables, depth: number): ShellReading {
  try {
    return {ok: true, commands: new Splitter(text, variables, depth).read()};
  } catch (error) {
    if (error instanceof OpenQuoteError) return {ok: false, line: lineOf(text, error.at)};
    throw error;
  }
}

interface PendingDocument {
  command: ShellCommand;
  delimiter: string;
  isQuoted: boolean;
  /** `<<-`: leading tabs of each line are removed. */
  isIndented: boolean;
}

class Splitter {
  private at = 0;
  private readonly commands: ShellCommand[] = [];
  private current = newCommand();
  private readonly pending: PendingDocument[] = [];
  private readonly variables: ShellVariables;
  private readonly scope: Scope;
  private loops = 0;
  private conditions = 0;
  /** The number of open subshells. */
  private subshells = 0;
  /** Whether the current command runs depends on the previous one (&& or ||). */
  private isDependent = false;
  /** The previous operator is `(`: if `)` follows directly, a function follows. */
  private wasOpened = false;
  /** Whether and when functions run is not analysed. */
  private hasFunctions = false;

  constructor(
    private readonly text: string,
    outer: Variables,
    depth: number,
  ) {
    this.variables = new ShellVariables(outer);
    const variables = this.variables.values;
    this.scope = {
      variables,
      run: (script) => (depth < MAX_DEPTH ? this.run(script, depth + 1) : null),
    };
  }

  /** The output of a script that is a single command; null: only a shell knows. */
  private run(script: string, depth: number): string | null {
    const reading = split(script, this.variables.values, depth);
    const commands = reading.ok ? reading.commands : [];
    const [command, ...others] = commands;
    const written = command !== undefined && others.length === 0 ? writtenBy(command) : null;
    if (written === null) this.current.within.push(...commands);
    return written;
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
    } else if (blankAt(text, at) > 0) this.skipBlank();
    else if (char === '\\') this.readBackslash();
    else if (char === '#') this.skipComment();
    else if (isSubstitution(text, at)) this.addWord();
    else if (char === '<' || char === '>') this.readRedirect();
    else if (char === '&' && text[at + 1] === '>') this.at++;
    else if ('|;&()'.includes(char)) this.readOperator();
    else this.addWord();
  }

  private readOperator(): void {
    const operator = /\|\||&&|;;|\(\(|\)\)|\|&|./y;
    operator.lastIndex = this.at;
    const [found = ''] = operator.exec(this.text) ?? [];
    this.at += found.length;
    // The output of a group before the pipe is not known.
    const isPiped = (found === '|' || found === '|&') && this.current.words.length > 0;
    this.end({beginsLine: false, isPiped, isAlternative: found === '||'}, found);
    if (found === ')' && this.current.words.length === 0 && this.wasOpened) this.hasFunctions = true;
    this.wasOpened = found === '(';
    if (found[0] === '(') this.subshells += found.length;
    if (found[0] === ')') this.subshells = Math.max(0, this.subshells - found.length);
    if (found === '((') this.variables.forget();
  }

  private skipBlank(): void {
    const length = blankAt(this.text, this.at);
    if (length > 1) this.current.hasTypographicBlank = true;
    this.at += length;
  }

  /**
   * A line break or the end of the text after it continues the line. Backslashes followed by spaces, a comment or
   * another backslash were meant to do the same.
   */
  private readBackslash(): void {
    const {text, at} = this;
    let end = at + (text[at + 1] === '\\' ? 2 : 1);
    for (let length = blankAt(text, end); length > 0; length = blankAt(text, end)) end += length;
    const isLoose = text.slice(at + 1, end).replace(/\r$/, '') !== '';
    if (isLoose && text[end] === '#') end = endOfLine(text, end);
    const isDoubled = text[at + 1] === '\\';
    const isEnd = text[end] === '\n' || (end >= text.length && !isDoubled);
    // Lines that were joined, with their backslashes left in.
    const isJoined = isLoose && !isDoubled && /^(?:-|['"]?https?:)/.test(text.slice(end, end + 8));
    if (!isEnd && !isJoined) {
      this.addWord();
      return;
    }
    if (isLoose) this.current.hasLooseEnd = true;
    this.at = isEnd ? end + 1 : end;
  }

  private skipComment(): void {
    this.at = endOfLine(this.text, this.at);
  }

  private addWord(): void {
    const {words} = this.current;
    const isAssignment = words.every(isAssigned) && assigned.test(this.text.slice(this.at, this.at + 80));
    const {word, end} = readWord(this.text, this.at, this.scope, isAssignment);
    this.at = end;
    if (this.isDescriptor(word)) return;
    if (words.length === 0 && reserved.has(word.source)) {
      if (opensLoop.has(word.source)) this.loops++;
      if (word.source === 'done') this.loops = Math.max(0, this.loops - 1);
      if (opensCondition.has(word.source)) this.conditions++;
      if (closesCondition.has(word.source)) this.conditions = Math.max(0, this.conditions - 1);
      return;
    }
    if (words.length === 0 && opensLoop.has(word.source)) this.loops++;
    if (words.length === 0 && opensCondition.has(word.source)) this.conditions++;
    words.push(word);
  }

  /** `2` of `2>file`, `{name}` of `{name}>file`. */
  private isDescriptor({source}: ShellWord): boolean {
    return (
      /^(?:\d+|\{[A-Za-z_]\w*\})$/.test(source) &&
      /[<>]/.test(this.text.charAt(this.at)) &&
      !isSubstitution(this.text, this.at)
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
    const isWord =
      char !== undefined && (!'\r\n|;&()<>'.includes(char) || isSubstitution(this.text, this.at));
    if (!isWord) return null;
    const {word, end} = readWord(this.text, this.at, this.scope);
    this.at = end;
    return word;
  }

  private readDocument(): void {
    const document = this.pending.shift();
    if (document === undefined) return;
    const start = this.at;
    const lines: string[] = [];
    let isClosed = false;
    while (this.at < this.text.length) {
      const end = this.text.indexOf('\n', this.at);
      const whole = this.text.slice(this.at, end === -1 ? undefined : end).replace(/\r$/, '');
      const line = document.isIndented ? whole.replace(/^\t+/, '') : whole;
      this.at = end === -1 ? this.text.length : end + 1;
      isClosed = line === document.delimiter;
      if (isClosed) break;
      lines.push(`${line}\n`);
    }
    if (!isClosed) document.command.openDocument = document.delimiter;
    const source = lines.join('');
    const word = {source, at: start, isTypographic: false};
    const {value, unknown} = document.isQuoted
      ? {value: source, unknown: []}
      : expandDocument(source, this.scope);
    document.command.input = {...word, value, unknown};
  }

  /** `by`: the operator that ends the command. */
  private end(next: Partial<ShellCommand>, by = ''): void {
    const {current} = this;
    current.isInLoop = this.loops > 0;
    current.isConditional = this.conditions > 0;
    const isAlone = !current.isPiped && !['|', '|&', '&', '('].includes(by);
    const isCertain =
      isAlone &&
      !this.isDependent &&
      !this.hasFunctions &&
      this.loops + this.conditions + this.subshells === 0;
    const isAssignment = this.variables.take(current.words, isCertain);
    if (current.words[0]?.source === 'function') this.hasFunctions = true;
    if (current.words.length > 0) {
      if (!isAssignment || current.within.length > 0) this.commands.push(current);
      // An assignment does not fail.
      this.isDependent = (by === '&&' && (!isAssignment || this.isDependent)) || by === '||';
    }
    // A list continues after a line break that follows a pipe.
    const isPiped = next.isPiped ?? (current.words.length === 0 && current.isPiped);
    this.current = newCommand({...next, isPiped});
  }
}

const assigned = /^[A-Za-z_]\w*\+?=/;

function isAssigned({source}: ShellWord): boolean {
  return assigned.test(source);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
