/** The kind of fault in a text that is not JSON: determines the sentence and the quick fix. */
export type JsonErrorCause =
  /** Only whitespace. */
  | 'empty'
  /** U+FEFF before the text: invisible, and not JSON by RFC 8259, section 8.1. */
  | 'byte-order-mark'
  /** The text ends inside a value. */
  | 'truncated'
  /** Another value follows the first: two batches in one body, or one value per line (NDJSON). */
  | 'concatenated'
  /** Text that is not a value follows the first value. */
  | 'extra-text'
  | 'trailing-comma'
  | 'missing-comma'
  | 'missing-colon'
  | 'missing-value'
  /** A colon in place of a key. */
  | 'missing-key'
  /** Two commas in a row in an object. */
  | 'extra-comma'
  /** `]` in place of `}`, or the other way round. */
  | 'mismatched-bracket'
  /** A closing bracket without an opening one. */
  | 'extra-bracket'
  /** A comma before the first entry. */
  | 'leading-comma'
  | 'comments'
  /** NaN, Infinity, -Infinity. */
  | 'nan'
  | 'undefined'
  /** A word for true, false or null from another language: True, None, nil. */
  | 'foreign-literal'
  | 'single-quotes'
  /** Typographic quotes, as created by word processors. */
  | 'smart-quotes'
  | 'unquoted-key'
  /** A word that is not a value. */
  | 'unquoted-text'
  /** A leading zero or plus, a bare point, hexadecimal. */
  | 'bad-number'
  /** A raw line break, tab or other control character inside a string. */
  | 'control-character'
  /** A backslash that does not begin a JSON escape. */
  | 'bad-escape'
  /** A no-break space, a zero-width space or similar, outside of strings. */
  | 'invisible-character'
  /** A placeholder that was not filled in: `{{user}}`, `${user}`, `<user>`. */
  | 'placeholder'
  /** An HTML or XML document. */
  | 'markup'
  | 'unexpected-character';
