import {formatPrintf} from './shell-escapes';
import type {ShellCommand} from './shell-word';

/** The output of a `printf`, `echo` or `cat`; null: only a shell knows. */
export function writtenBy({words, input, inputFile}: ShellCommand): string | null {
  if (words.some(({unknown}) => unknown.length > 0)) return null;
  const [name, ...values] = words.map(({value}) => value);
  switch (name) {
    case 'printf':
      return formatPrintf(values[0] === '--' ? values.slice(1) : values);
    case 'echo':
      return echo(values);
    case 'cat':
      return values.length === 0 && inputFile === null && input?.unknown.length === 0 ? input.value : null;
    default:
      return null;
  }
}

/** As in bash: `-n` omits the line break, `-e` interprets escapes. */
function echo(values: readonly string[]): string | null {
  const first = values.findIndex((value) => !/^-[neE]+$/.test(value));
  const at = first === -1 ? values.length : first;
  const options = values.slice(0, at).join('');
  const text = values.slice(at).join(' ') + (options.includes('n') ? '' : '\n');
  return /e[^E]*$/.test(options) ? formatPrintf(['%b', text]) : text;
}
