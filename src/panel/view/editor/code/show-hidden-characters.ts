import {highlightSpecialChars} from '@codemirror/view';

/**
 * Marks what can't be seen: CodeMirror's own list lacks some of the characters that turn the direction of writing. The
 * end of a Windows line is two characters, and both are sent.
 */
export const showHiddenCharacters = highlightSpecialChars({
  addSpecialChars: /\r|(?![\u200c\u200d])\p{Cf}/u,
});
