/** A text in a source file that people may read: a string with several words, or text between tags. */
export interface ShownText {
  text: string;
  line: number;
}

/** Several words, so that keys, codes and paths are left out. */
const WORDS = /[A-Za-z’]{2,}[,:;]? [A-Za-z’]/;

/** The texts of a TypeScript file, without its comments, imports and regular expressions. `isTsx`: also those between tags. */
export function readTexts(source: string, isTsx: boolean): ShownText[] {
  const found: ShownText[] = [];
  const add = (text: string, at: number) => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (WORDS.test(plain)) found.push({text: plain, line: source.slice(0, at).split('\n').length});
  };
  // What stands between tags may hold apostrophes, so it is taken out before strings are looked for.
  const code = isTsx
    ? source.replace(
        /(?<=[\w"'}/]>)[^<>{}=;]*[A-Za-z][^<>{}=;]*(?=[<{])|(?<=\})[^<>{}=;]*[A-Za-z][^<>{}=;]*(?=<\/)/g,
        (text, at: number) => {
          add(text, at);
          return text.replace(/[^\n]/g, ' ');
        },
      )
    : source;
  readStrings(code, add);
  return found;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|(?<=[=(,:[!&|?{};>]\s*|return\s+)\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g;

function readStrings(code: string, add: (text: string, at: number) => void): void {
  for (const {0: token, index} of code.matchAll(TOKEN)) {
    if (!/^['"`]/.test(token)) continue;
    const text = token.slice(1, -1);
    // The words inside of a placeholder are code; what they are in turn is read as strings of its own.
    add(text.replace(/\$\{[^{}]*\}/g, 'x'), index);
    if (token.startsWith('`'))
      for (const [inner] of text.matchAll(/\$\{[^{}]*\}/g)) readStrings(inner, (each) => add(each, index));
  }
}
