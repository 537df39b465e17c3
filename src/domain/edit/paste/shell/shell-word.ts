/** A word of a command, as byte text. */
export interface ShellWord {
  /** Without its quotes; text that a shell would replace is kept as written. */
  value: string;
  /** As it is written, quotes and all. */
  source: string;
  /** Where it begins in the text. */
  at: number;
  /** Parts of it that only a shell knows: `$NAME`, `$(date)`, and the like, as they are written. */
  unknown: readonly string[];
  /** It is in quotes that a text processor made of straight ones. */
  isTypographic: boolean;
}

/** A command of a script, and how its input is fed. */
export interface ShellCommand {
  words: ShellWord[];
  /** Of its substitutions, where only a shell knows what they write. */
  within: ShellCommand[];
  /** The command before it writes into this one. */
  isPiped: boolean;
  /** It begins a line of its own. */
  beginsLine: boolean;
  /** It is in a loop, which may run it any number of times. */
  isInLoop: boolean;
  /** It follows `then`, `elif` or `else`. */
  isConditional: boolean;
  /** Runs only if the command before it fails: `||`. */
  isAlternative: boolean;
  /** The text of a here-document or here-string; null: there is none. */
  input: ShellWord | null;
  /** A file that it takes its input from. */
  inputFile: string | null;
  /** The end of its here-document, where no line is that. */
  openDocument: string | null;
  /** A backslash, then spaces, another or a comment, end a line of it: meant as a continued line, and none for a shell. */
  hasLooseEnd: boolean;
  /** Spaces of a web page or text processor part words of it, and no shell parts words there. */
  hasTypographicBlank: boolean;
}

export type ShellReading =
  | {ok: true; commands: ShellCommand[]}
  /** A quote that opens in this line (from 1) is never closed. */
  | {ok: false; line: number};

export function newCommand(parts: Partial<ShellCommand> = {}): ShellCommand {
  return {
    words: [],
    within: [],
    isPiped: false,
    beginsLine: true,
    isInLoop: false,
    isConditional: false,
    isAlternative: false,
    input: null,
    inputFile: null,
    openDocument: null,
    hasLooseEnd: false,
    hasTypographicBlank: false,
    ...parts,
  };
}

/** The line of a place in a text, from 1. */
export function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return line;
}
