import {highlightSpecialChars} from '@codemirror/view';

/**
 * Marks invisible characters: CodeMirror's own list does not contain all characters that change the text direction.
 * The end of a Windows line is two characters, and both are sent.
 */
export const showHiddenCharacters = highlightSpecialChars({
  addSpecialChars: /\r|(?![\u200c\u200d])\p{Cf}/u,
});
