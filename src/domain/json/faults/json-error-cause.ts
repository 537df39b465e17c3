/** What kind of fault makes a text no JSON: chooses the sentence and the quick fix. */
export type JsonErrorCause =
  /** Nothing but whitespace. */
  | 'empty'
  /** U+FEFF before the text: invisible, and no JSON by RFC 8259, section 8.1. */
  | 'byte-order-mark'
  /** The text ends inside a value. */
  | 'truncated'
  /** Another value follows the first: two batches in one body, or one value a line (NDJSON). */
  | 'concatenated'
  /** Something that is no value follows the first value. */
  | 'extra-text'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  /** A colon where a key is due. */
  | 'missing-key'
  /** Two commas in a row in an object. */
  | 'extra-comma'
  /** `]` where `}` is due, or the other way round. */
  | 'mismatched-bracket'
  /** A closing bracket without an opening one. */
  | 'extra-bracket'
  /** A comma before the first entry. */
  | 'leading-comma'
  | 'comments'
  /** NaN, Infinity, -Infinity. */
  | 'nan'
  | 'undefined'
  /** A word of another language for true, false or null: True, None, nil. */
  | 'foreign-literal'
  | 'single-quotes'
  /** Typographic quotes, as word processors make them. */
  | 'smart-quotes'
  | 'unquoted-key'
  /** A word that is no value. */
  | 'unquoted-text'
  /** A leading zero or plus, a bare point, hexadecimal. */
  | 'bad-number'
  /** A raw line break, tab or other control character inside a string. */
  | 'control-character'
  /** A backslash that begins no escape of JSON's. */
  | 'bad-escape'
  /** A no-break space, a zero-width space or the like, outside of strings. */
  | 'invisible-character'
  /** A placeholder that was not filled in: `{{user}}`, `${user}`, `<user>`. */
  | 'placeholder'
  /** An HTML or XML document. */
  | 'markup'
  | 'unexpected-character';
