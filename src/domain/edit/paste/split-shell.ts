import {readAnsiC} from './shell-escapes';

/** The words of each command of a line, as byte text, and how its input is fed. */
export interface ShellCommand {
  words: string[];
  /** The command before it writes into this one. */
  isPiped: boolean;
  /** It takes its input from, or writes into, a file: `<`, `>`, `<<`. */
  isRedirected: boolean;
}

/**
 * Splits byte text by the rules of a POSIX shell: quotes, `$'…'`, backslashes, line continuations, comments, pipes.
 * Nothing is expanded: `$HOME` stays as it is. Null: a quote is never closed.
 */
export function splitShell(text: string): ShellCommand[] | null {
  const commands: ShellCommand[] = [newCommand(false)];
  let current = commands[0] ?? newCommand(false);
  let word: string | null = null;
  const endWord = () => {
    if (word !== null) current.words.push(word);
    word = null;
  };
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '\\') {
      const length = text.startsWith('\r\n', at + 1) ? 3 : 2;
      if (text[at + length - 1] !== '\n') word = (word ?? '') + text.charAt(at + 1);
      at += length;
    } else if (char === "'" || char === '"' || text.startsWith("$'", at)) {
      const quoted = readQuoted(text, at);
      if (quoted === null) return null;
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (/[ \t\r\n|;&<>]/.test(char)) {
      endWord();
      if (char === '<' || char === '>') current.isRedirected = true;
      if (/[|;&\n]/.test(char) && (current.words.length > 0 || char === '|')) {
        current = newCommand(char === '|');
        commands.push(current);
      }
      at++;
    } else if (char === '#' && word === null) {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else {
      const end = endOfPlain(text, at);
      word = (word ?? '') + text.slice(at, end);
      at = end;
    }
  }
  endWord();
  return commands.filter((command) => command.words.length > 0);
}

function newCommand(isPiped: boolean): ShellCommand {
  return {words: [], isPiped, isRedirected: false};
}

function endOfPlain(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !/[ \t\r\n\\'"|;&<>]/.test(text.charAt(at)) && !text.startsWith("$'", at)) at++;
  return at;
}

function readQuoted(text: string, start: number): {value: string; end: number} | null {
  if (text.startsWith("$'", start)) return readAnsiC(text, start + 2);
  if (text[start] === '"') return readDoubleQuoted(text, start + 1);
  const end = text.indexOf("'", start + 1);
  return end === -1 ? null : {value: text.slice(start + 1, end), end: end + 1};
}

/** In double quotes a backslash is one, but before `$`, a backtick, `"`, itself and a line break. */
function readDoubleQuoted(text: string, start: number): {value: string; end: number} | null {
  let value = '';
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '"') return {value, end: at + 1};
    if (char === '\\' && /[$`"\\\n]/.test(text.charAt(at + 1))) {
      at++;
      if (text[at] !== '\n') value += text.charAt(at);
    } else value += char;
  }
  return null;
}
