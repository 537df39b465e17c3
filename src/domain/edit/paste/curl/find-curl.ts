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
  /** What it reads from its input; null: nothing that is here. */
  input: string | null;
  notes: string[];
}

export type CurlReading = {ok: true; commands: CurlCommand[]} | {ok: false; line: number};

/** What runs another command and is none itself. */
const wrappers = new Set(
  'sudo env command exec nohup time builtin timeout nice ionice stdbuf caffeinate'.split(' '),
);

/** The curl commands of a script (byte text), in order; those of a substitution come before the one that it is in. */
export function findCurl(script: string): CurlReading {
  const text = withoutOutput(withoutPrompts(script));
  const reading = splitShell(text);
  if (!reading.ok) return hasCurlBefore(text, reading.line) ? reading : {ok: true, commands: []};
  return {ok: true, commands: findAmong(reading.commands, text, 0)};
}

/** A text that is run by a command of a text that is, and so on. */
const MAX_DEPTH = 4;

/** `text`: where the places of the words are; null: they are within a substitution, or a text that is run. */
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

/** Those of a text that the command runs: `bash -c '…'`, `eval "…"`. */
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

/** Whether a quote that is not closed may be one of a curl command, and not an apostrophe of prose. */
function hasCurlBefore(text: string, line: number): boolean {
  const before = text.split('\n').slice(0, line);
  const reading = splitShell(before.map((each) => each.replace(/['"`][^\n]*/, '')).join('\n'));
  return !reading.ok || reading.commands.some((command) => wordsOfCurl(command) !== null);
}

function wordsOfCurl({words}: ShellCommand): readonly ShellWord[] | null {
  // `command -v curl` only asks whether there is one.
  const [first, second] = withoutAssignments(words);
  if (first?.value === 'command' && /^-[vV]/.test(second?.value ?? '')) return null;
  const rest = withoutWrappers(words);
  return rest[0] !== undefined && isCurl(rest[0]) ? rest.slice(1) : null;
}

/** `https://a.test/?b=1&c=2` without quotes: a shell runs what is before the `&` in the background. */
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

/** Without its options, what may be the value of one (`sudo -u me`), and a duration (`timeout 5s`). */
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

/** A line that a shell would read as a new command, but that was meant as the rest of this one. */
function goesOn({beginsLine, words}: ShellCommand, {words: before}: CurlCommand): boolean {
  const [first] = words;
  if (!beginsLine || first === undefined) return false;
  if (/^-/.test(first.source) || awaitsValue(before.at(-1))) return true;
  const isAddress = (text: string) => /^https?:\/\//i.test(text);
  return isAddress(first.value) && !before.some(({value}) => isAddress(value));
}

/** It is an option whose value would follow. */
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

/** What a shell would have put in. */
export function explainUnknown(source: string, place: string): string {
  return `${source} in ${place} is filled in by a shell. It is used as written.`;
}

const prompt =
  /^[ \t]*(?:\([^()\n]{1,40}\)[ \t]{1,4})?(?:[^\s'"]{1,80}@[^\n'"]{0,200}?[$#%>]|PS [^\n'">]{0,200}>|[A-Z]:\\[^\n'">]{0,200}>|[a-z]{1,4}sh-[\d.]{1,8}[$#]|\d{4}-\d\d-\d\dT[\d:.]{8,16}Z|(?:\xe2\x9d\xaf|\xe2\x9e\x9c)(?:[ \t]{1,4}(?!curl)[^\s'"]{1,80})?|[$%>])[ \t]+(?=\S)/u;
/** What logs of `set -x`, Makefiles, Dockerfiles and lists have before a command. */
const mark = /^[ \t]*(?:\+{1,8}|[-*]|\d{1,3}[.)]|RUN|@|(?:- )?(?:run|script):)[ \t]*(?=curl[ \t])/;

interface TerminalLine {
  text: string;
  /** It stood behind the prompt for a command, and not behind that for the rest of one. */
  beginsCommand: boolean;
}

/** Copied from a terminal, the first line begins with its prompt, and those that go on with another. */
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

/** A command is that short, where its output is looked for. */
const MAX_LINES = 30;
const MAX_LENGTH = 100_000;

/**
 * What a command wrote stands between it and the next prompt. It is left out where it has a quote that is not closed,
 * which would reach into the commands that follow. The lines stay as many.
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

/** How many of these lines are the command that they begin with; all, where no quote is open. */
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
