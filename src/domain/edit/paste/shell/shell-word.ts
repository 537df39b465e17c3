/** A word of a command, as byte text. */
export interface ShellWord {
  /** Without its quotes; text that a shell would replace is unchanged. */
  value: string;
  /** As written, including quotes. */
  source: string;
  /** Where it begins in the text. */
  at: number;
  /** Parts of it that only a shell knows, as written: `$NAME`, `$(date)`, etc. */
  unknown: readonly string[];
  /** It is in quotes that a text processor created from straight ones. */
  isTypographic: boolean;
}

/** A command of a script, and its input. */
export interface ShellCommand {
  words: ShellWord[];
  /** The commands of its substitutions whose output only a shell knows. */
  within: ShellCommand[];
  /** The previous command is piped into this one. */
  isPiped: boolean;
  /** It is at the beginning of a line. */
  beginsLine: boolean;
  /** It is in a loop, so it may run any number of times. */
  isInLoop: boolean;
  /** It follows `then`, `elif` or `else`. */
  isConditional: boolean;
  /** Only runs if the previous command fails: `||`. */
  isAlternative: boolean;
  /** The text of a here-document or here-string; null if there is none. */
  input: ShellWord | null;
  /** The file that its input is redirected from. */
  inputFile: string | null;
  /** The delimiter of a here-document that is not closed. */
  openDocument: string | null;
  /**
   * One of its lines ends with a backslash and then spaces, another backslash or a comment: meant as a continued
   * line, but a shell does not continue it.
   */
  hasLooseEnd: boolean;
  /** Its words are separated by spaces of a web page or text processor, which a shell does not treat as separators. */
  hasTypographicBlank: boolean;
}

export type ShellReading =
  | {ok: true; commands: ShellCommand[]}
  /** A quote that opens in this line (from 1) is not closed. */
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

/** The line of a position in a text, from 1. */
export function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return line;
}
