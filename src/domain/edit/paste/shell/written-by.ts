import {formatPrintf} from './shell-escapes';
import type {ShellCommand} from './shell-word';
import {splitShell} from './split-shell';
import type {Scope} from './word-reader';

/** What a script writes that is one `printf`, `echo` or `cat` of what is in it; null: only a shell knows. */
export function runProducer(script: string, scope: Scope): string | null {
  const reading = splitShell(script, scope);
  const [command] = reading.ok ? reading.commands : [];
  return reading.ok && reading.commands.length === 1 && command !== undefined ? writtenBy(command) : null;
}

/** What a command writes; null: only a shell knows. */
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

/** As bash's: `-n` leaves the line break out, `-e` reads escapes. */
function echo(values: readonly string[]): string | null {
  const first = values.findIndex((value) => !/^-[neE]+$/.test(value));
  const at = first === -1 ? values.length : first;
  const options = values.slice(0, at).join('');
  const text = values.slice(at).join(' ') + (options.includes('n') ? '' : '\n');
  return /e[^E]*$/.test(options) ? formatPrintf(['%b', text]) : text;
}
