import {toText} from '../byte-text';
import {withoutAssignments} from '../shell/shell-variables';
import {lineOf, type ShellCommand, type ShellWord} from '../shell/shell-word';
import {splitShell} from '../shell/split-shell';
import {writtenBy} from '../shell/written-by';
import {longOption, shortOption} from './curl-options';

/** A curl command of a script. */
export interface CurlCommand {
  /** The text after `curl`. */
  words: readonly ShellWord[];
  /** Its standard input; null: not in the script. */
  input: string | null;
  notes: string[];
}

export type CurlReading = {ok: true; commands: CurlCommand[]} | {ok: false; line: number};

/** Programs that run another command. */
const wrappers = new Set(
  'sudo env command exec nohup time builtin timeout nice ionice stdbuf caffeinate'.split(' '),
);

/** The curl commands of a script (byte text), in order; those of a substitution come before the one that contains it. */
export function findCurl(script: string): CurlReading {
  const text = withoutOutput(withoutPrompts(script));
  const reading = splitShell(text);
  if (!reading.ok) return hasCurlBefore(text, reading.line) ? reading : {ok: true, commands: []};
  return {ok: true, commands: findAmong(reading.commands, text, 0)};
}

/** How deep a text that a command runs may itself run commands. */
const MAX_DEPTH = 4;

/**
 * `text`: the text that the positions of the words refer to; null: they are in a substitution, or in a text that a
 * command runs.
 */
function findAmong(commands: readonly ShellCommand[], text: string | null, depth: number): CurlCommand[] {
  const found: CurlCommand[] = [];
  let last: CurlCommand | null = null;
  for (const [index, command] of commands.entries()) {
    found.push(...findAmong(command.within, null, depth));
    if (depth < MAX_DEPTH) found.push(...findInScript(command, depth + 1));
    const words = wordsOfCurl(command);
    if (words !== null) {
      last = toCurl(command, words, commands[index - 1]);
      if (isCutInAddress(text ?? '', words.at(-1)))
        last.notes.push('The address ends at an & without quotes. What follows it is another command.');
      found.push(last);
    } else if (last !== null && text !== null && goesOn(command, last)) {
      joinLines(last, command, lineOf(text, command.words[0]?.at ?? 0));
    } else last = null;
  }
  return found;
}

/** The curl commands of texts that the command runs: `bash -c '…'`, `eval "…"`. */
function findInScript({words}: ShellCommand, depth: number): CurlCommand[] {
  const [name, ...rest] = withoutWrappers(words);
  let script: string | undefined;
  if (name?.value === 'eval') script = rest.map(({value}) => value).join(' ');
  else if (/^(?:\S{0,80}\/)?(?:ba|da|z|k|a)?sh$/.test(name?.value ?? ''))
    script = rest[rest.findIndex(({value}) => /^-[a-z]*c$/.test(value)) + 1 || rest.length]?.value;
  if (script === undefined || !script.includes('curl')) return [];
  const reading = splitShell(script);
  return reading.ok ? findAmong(reading.commands, null, depth) : [];
}

/** Whether an unclosed quote may belong to a curl command, and is not an apostrophe of prose. */
function hasCurlBefore(text: string, line: number): boolean {
  const before = text.split('\n').slice(0, line);
  const reading = splitShell(before.map((each) => each.replace(/['"`][^\n]*/, '')).join('\n'));
  return !reading.ok || reading.commands.some((command) => wordsOfCurl(command) !== null);
}

function wordsOfCurl({words}: ShellCommand): readonly ShellWord[] | null {
  // `command -v curl` only checks whether it exists.
  const [first, second] = withoutAssignments(words);
  if (first?.value === 'command' && /^-[vV]/.test(second?.value ?? '')) return null;
  const rest = withoutWrappers(words);
  return rest[0] !== undefined && isCurl(rest[0]) ? rest.slice(1) : null;
}

/** `https://a.test/?b=1&c=2` without quotes: a shell runs the part before the `&` in the background. */
function isCutInAddress(text: string, last: ShellWord | undefined): boolean {
  if (last?.source.includes('?') !== true) return false;
  const end = last.at + last.source.length;
  return /^&[^\s&]/.test(text.slice(end, end + 2));
}

function isCurl({value}: ShellWord): boolean {
  return /(?:^|[\\/])curl(?:\.exe)?$/i.test(value);
}

function withoutWrappers(words: readonly ShellWord[]): readonly ShellWord[] {
  let rest = withoutAssignments(words);
  while (rest[0] !== undefined && wrappers.has(rest[0].value)) rest = withoutWrapper(rest);
  return rest;
}

/** Without its options, possible values of options (`sudo -u me`), and a duration (`timeout 5s`). */
function withoutWrapper(words: readonly ShellWord[]): readonly ShellWord[] {
  let at = 1;
  const isOption = (index: number) => words[index]?.value.startsWith('-') === true && index > 0;
  for (let word = words[at]; word !== undefined; word = words[++at]) {
    const isOwn = isOption(at) || isOption(at - 1) || /^[\d.]+[smhd]?$/.test(word.value);
    if (!isOwn || isCurl(word) || wrappers.has(word.value)) break;
  }
  return withoutAssignments(words.slice(at));
}

function toCurl(
  command: ShellCommand,
  words: readonly ShellWord[],
  before: ShellCommand | undefined,
): CurlCommand {
  const notes: string[] = [];
  if (command.isInLoop) notes.push('The command is in a loop. It is read once.');
  if (command.isConditional) notes.push('The command is in a condition, so a shell may not run it.');
  if (command.isAlternative) notes.push('After ||, a shell only runs it if the command before it fails.');
  notes.push(...explainBlanks(command));
  if (words.some(({isTypographic}) => isTypographic))
    notes.push('Typographic quotes are read as straight quotes.');
  const {input, openDocument} = command;
  if (openDocument !== null)
    notes.push(
      `No line is only ${toText(openDocument)}, so everything to the end is read as the text of the here-document.`,
    );
  if (input !== null) {
    for (const source of input.unknown) notes.push(explainUnknown(source, 'the input'));
    return {words, input: input.value, notes};
  }
  return {
    words,
    input: command.isPiped && before !== undefined ? writtenBy(before) : null,
    notes,
  };
}

/** A line that a shell would treat as a new command, but that was meant to continue this one. */
function goesOn({beginsLine, words}: ShellCommand, {words: before}: CurlCommand): boolean {
  const [first] = words;
  if (!beginsLine || first === undefined) return false;
  if (/^-/.test(first.source) || awaitsValue(before.at(-1))) return true;
  const isAddress = (text: string) => /^https?:\/\//i.test(text);
  return isAddress(first.value) && !before.some(({value}) => isAddress(value));
}

/** It is an option that expects a value. */
function awaitsValue(word: ShellWord | undefined): boolean {
  const [, dashes, name = '', last = ''] = /^(--?)([A-Za-z0-9#.-]*?(\w?))$/.exec(word?.source ?? '') ?? [];
  const option = dashes === '--' ? longOption(name) : dashes === '-' ? shortOption(last) : null;
  return option?.takes === true;
}

function joinLines(curl: CurlCommand, command: ShellCommand, line: number): void {
  const {words, input} = command;
  curl.words = [...curl.words, ...words];
  curl.input ??= input?.value ?? null;
  curl.notes.push(
    `Line ${line} is read as part of the command, although the line before it does not end with a backslash.`,
  );
  curl.notes.push(...explainBlanks(command));
}

function explainBlanks({hasLooseEnd, hasTypographicBlank}: ShellCommand): string[] {
  return [
    ...(hasLooseEnd
      ? ['A backslash followed by spaces, another backslash or a comment is read as the end of the line.']
      : []),
    ...(hasTypographicBlank ? ['Typographic spaces are read as spaces.'] : []),
  ];
}

/** A note about text that a shell would have replaced. */
export function explainUnknown(source: string, place: string): string {
  return `${source} in ${place} is filled in by a shell. It is used as written.`;
}

const prompt =
  /^[ \t]*(?:\([^()\n]{1,40}\)[ \t]{1,4})?(?:[^\s'"]{1,80}@[^\n'"]{0,200}?[$#%>]|PS [^\n'">]{0,200}>|[A-Z]:\\[^\n'">]{0,200}>|[a-z]{1,4}sh-[\d.]{1,8}[$#]|\d{4}-\d\d-\d\dT[\d:.]{8,16}Z|(?:\xe2\x9d\xaf|\xe2\x9e\x9c)(?:[ \t]{1,4}(?!curl)[^\s'"]{1,80})?|[$%>])[ \t]+(?=\S)/u;
/** Prefixes of a command in logs of `set -x`, Makefiles, Dockerfiles and lists. */
const mark = /^[ \t]*(?:\+{1,8}|[-*]|\d{1,3}[.)]|RUN|@|(?:- )?(?:run|script):)[ \t]*(?=curl[ \t])/;

interface TerminalLine {
  text: string;
  /** It followed a prompt for a command, and not one for a continued line. */
  beginsCommand: boolean;
}

/** In text copied from a terminal, the first line begins with a prompt, and continued lines with another. */
function withoutPrompts(script: string): TerminalLine[] {
  let hadPrompt = false;
  return script.split('\n').map((line) => {
    const found = line.length < 10_000 ? prompt.exec(line)?.[0] : undefined;
    if (found !== undefined && (hadPrompt || beginsWithCurl(line.slice(found.length)))) {
      hadPrompt = true;
      return {text: withoutMark(line.slice(found.length)), beginsCommand: found.trim() !== '>'};
    }
    return {text: withoutMark(line), beginsCommand: false};
  });
}

/** The maximum length of a command in the search for its output. */
const MAX_LINES = 30;
const MAX_LENGTH = 100_000;

/**
 * The output of a command is between it and the next prompt. It is removed if it contains an unclosed quote, which
 * would extend into the following commands. The number of lines stays the same.
 */
function withoutOutput(lines: readonly TerminalLine[]): string {
  const texts = lines.map(({text}) => text);
  const starts = [...lines.keys()].filter((index) => lines[index]?.beginsCommand);
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? texts.length;
    if (end - start > 1) texts.fill('', start + countOfCommand(texts.slice(start, end)), end);
  }
  return texts.join('\n');
}

/** The number of lines that belong to the command at the beginning; all, if no quote is open. */
function countOfCommand(lines: readonly string[]): number {
  const isWhole = (count: number) => splitShell(lines.slice(0, count).join('\n')).ok;
  if (isWhole(lines.length)) return lines.length;
  const first = lines.slice(0, MAX_LINES);
  if (first.join('').length > MAX_LENGTH) return lines.length;
  return first.findLastIndex((_, index) => isWhole(index + 1)) + 1 || lines.length;
}

function beginsWithCurl(line: string): boolean {
  return /^(?:\S+[\\/])?curl/i.test(withoutMark(line));
}

function withoutMark(line: string): string {
  return line.replace(mark, '');
}
