import {joinBytes} from '../bytes/join-bytes';

/** The list of a member: `log.pages` or `log.entries`. */
export type LogList = 'pages' | 'entries';

/** Splits a HAR log while it arrives. */
export interface LogSplitter {
  push(bytes: Uint8Array): void;
  /** The text has ended: it was complete, was cut off, or did not contain `log.entries`. */
  end(): 'whole' | 'cut' | 'no-entries';
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const SPACE = 0x20;

/** Depth of the members of `log.pages` and `log.entries`: inside the root, the log and the list. */
const MEMBER_DEPTH = 3;

/**
 * Passes on each member of `log.pages` and `log.entries` as its own JSON text, so that a large log is never in memory
 * as a whole. It only follows nesting and strings; the parser decides whether a member is valid JSON.
 */
export function createLogSplitter(onMember: (list: LogList, text: string) => void): LogSplitter {
  /** The last key in each open container, down to the depth of members; null in an array. */
  const keys: (string | null)[] = [];
  const text = createKeeper();
  const strings = createStringFollower(passQuote, passOther);
  let depth = 0;
  let lastString = '';
  /** The current member is neither an object nor an array: it counts, but has no value. */
  let isScalar = false;
  let hasEntries = false;

  function passQuote(isOpening: boolean, at: number): void {
    if (depth === MEMBER_DEPTH) isScalar = true;
    if (depth >= MEMBER_DEPTH) return;
    if (isOpening) text.begin(at + 1);
    else lastString = text.end(at);
  }

  function open(isArray: boolean, at: number): void {
    if (depth === MEMBER_DEPTH && toList(keys) !== null) text.begin(at);
    depth++;
    if (depth <= MEMBER_DEPTH) keys[depth - 1] = isArray ? null : '';
    if (depth === MEMBER_DEPTH && toList(keys) === 'entries') hasEntries = true;
  }

  function close(at: number): void {
    if (depth === MEMBER_DEPTH) endScalar();
    depth--;
    const list = depth === MEMBER_DEPTH ? toList(keys) : null;
    if (list !== null) onMember(list, text.end(at + 1));
    if (depth < MEMBER_DEPTH) keys.length = Math.max(0, depth);
  }

  function endScalar(): void {
    const list = isScalar ? toList(keys) : null;
    if (list !== null) onMember(list, 'null');
    isScalar = false;
  }

  function passOther(byte: number, at: number): void {
    if (byte === 0x7b || byte === 0x5b) open(byte === 0x5b, at);
    else if (byte === 0x7d || byte === 0x5d) close(at);
    else if (byte === COLON && depth > 0 && depth < MEMBER_DEPTH) keys[depth - 1] = lastString;
    else if (depth !== MEMBER_DEPTH) return;
    else if (byte === COMMA) endScalar();
    else if (byte > SPACE) isScalar = true;
  }

  return {
    push(bytes) {
      text.follow(bytes);
      strings.follow(bytes);
      text.leave();
    },
    end: () => (depth !== 0 || strings.isInside() ? 'cut' : hasEntries ? 'whole' : 'no-entries'),
  };
}

/** The list at this position; null: another one, or none. */
function toList([root, list, inList]: readonly (string | null)[]): LogList | null {
  if (root !== 'log' || inList !== null) return null;
  return list === 'pages' || list === 'entries' ? list : null;
}

/** Reports the quotes around strings, and the bytes between strings. */
function createStringFollower(
  onQuote: (isOpening: boolean, at: number) => void,
  onOther: (byte: number, at: number) => void,
) {
  let isInside = false;
  let isEscaped = false;
  return {
    isInside: () => isInside,
    follow(bytes: Uint8Array): void {
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at] ?? 0;
        if (isEscaped) isEscaped = false;
        else if (byte === QUOTE) {
          isInside = !isInside;
          onQuote(isInside, at);
        } else if (!isInside) onOther(byte, at);
        else if (byte === BACKSLASH) isEscaped = true;
      }
    },
  };
}

/** Keeps the bytes between two positions, which may be in different pieces of the input. */
function createKeeper() {
  const decoder = new TextDecoder();
  let piece: Uint8Array = new Uint8Array();
  let parts: Uint8Array[] = [];
  let start: number | null = null;
  const keep = (end: number) => {
    if (start !== null) parts.push(piece.slice(start, end));
  };
  return {
    follow(bytes: Uint8Array): void {
      piece = bytes;
    },
    begin(at: number): void {
      parts = [];
      start = at;
    },
    /** The text since `begin`, without the byte at `at`. */
    end(at: number): string {
      keep(at);
      start = null;
      const whole = decoder.decode(parts.length === 1 ? parts[0] : joinBytes(parts));
      parts = [];
      return whole;
    },
    /** The piece has ended; what began in it continues at the start of the next. */
    leave(): void {
      keep(piece.length);
      if (start !== null) start = 0;
    },
  };
}
