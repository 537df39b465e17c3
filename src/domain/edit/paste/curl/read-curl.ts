import {toByteText, toText} from '../byte-text';
import type {RawParts} from '../pasted-request';
import type {ShellWord} from '../shell/shell-word';
import {CurlInput, curlHandlers} from './curl-handlers';
import {longOption, shortOption} from './curl-options';
import {type CurlRequest, newCurlRequest, toRequests} from './curl-request';
import {type CurlCommand, explainUnknown, findCurl} from './find-curl';
import {readDoubledQuotes} from './windows-quotes';

export type CurlResult =
  /** All requests that the commands would send; empty if the text has no command that begins with curl. */
  {ok: true; requests: RawParts[]} | {ok: false; reason: string};

/**
 * Reads the cURL commands of a script like bash and curl, without running either. Parts that only they could know (a
 * file, a variable, another program's output) are named in the request's notes.
 */
export function readCurl(text: string): CurlResult {
  const reading = findCurl(toByteText(text));
  if (!reading.ok)
    return {
      ok: false,
      reason: `The cURL command cannot be read: a quote that opens in line ${reading.line} is not closed.`,
    };
  const requests = reading.commands.flatMap(readCommand);
  // Commands such as `curl --version` do not send anything: left out if there are others.
  const sent = requests.filter(({url, body, headers}) => url !== null || body !== null || headers.length > 0);
  return {ok: true, requests: sent.length > 0 ? sent : requests};
}

/** One command; `--next` begins another request that shares nothing with the previous one. */
function readCommand({words, input: text, notes}: CurlCommand): RawParts[] {
  const input = new CurlInput(text);
  const requests: CurlRequest[] = [newCurlRequest([...notes])];
  for (const option of readOptions(words)) {
    const current = requests.at(-1) ?? newCurlRequest([]);
    // Without an address before it, it does not begin a request.
    if (option.name === 'next') {
      if (current.urls.length > 0) requests.push(newCurlRequest([]));
    } else apply(current, option, input);
  }
  const isEmpty = ({urls, data, headers}: CurlRequest) =>
    urls.length === 0 && data === null && headers.length === 0;
  const said = requests.filter((request, index) => index === 0 || !isEmpty(request));
  return said.flatMap(toRequests);
}

interface GivenOption {
  name: string;
  value: string;
  /** The word that contains the value. */
  word: ShellWord | undefined;
  /** As written, if curl has no such option. */
  unknown?: string;
}

function* readOptions(words: readonly ShellWord[]): Generator<GivenOption> {
  let isOver = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word === undefined) continue;
    const value = straightenDash(word);
    if (isOver || !value.startsWith('-') || value === '-') yield {name: 'url', value: word.value, word};
    else if (value === '--') isOver = true;
    else if (value.startsWith('--')) {
      const option = longOption(value.slice(2));
      if (option === null) yield {name: '', value: '', word, unknown: value};
      else if (option.takes)
        yield {name: option.name, value: words[++index]?.value ?? '', word: words[index]};
      else yield {name: option.name, value: '', word: undefined};
    } else {
      const {options, takesNext} = readLetters(value, word);
      yield* options;
      if (takesNext !== null) yield {name: takesNext, value: words[++index]?.value ?? '', word: words[index]};
    }
  }
}

/** `-sSd'[]'`: switches, and a last option with its value after it or in the next word. */
function readLetters(value: string, word: ShellWord): {options: GivenOption[]; takesNext: string | null} {
  const options: GivenOption[] = [];
  for (let at = 1; at < value.length; at++) {
    const option = shortOption(value.charAt(at));
    if (option === null) options.push({name: '', value: '', word, unknown: `-${value.charAt(at)}`});
    else if (!option.takes) options.push({name: option.name, value: '', word: undefined});
    else if (at + 1 === value.length) return {options, takesNext: option.name};
    else
      return {options: [...options, {name: option.name, value: value.slice(at + 1), word}], takesNext: null};
  }
  return {options, takesNext: null};
}

const dashes = ['–', '—', '‐', '‑', '‒', '―', '−', '－'].map(toByteText);

/** Text processors turn two dashes into one, or into a long one. */
function straightenDash({value, source}: ShellWord): string {
  const dash = dashes.find((long) => source.startsWith(long));
  if (dash === undefined) return value;
  const name = value.slice(value.startsWith(dash, dash.length) ? 2 * dash.length : dash.length);
  if (name.length > 1 && longOption(name) !== null) return `--${name}`;
  return shortOption(name.charAt(0)) === null ? value : `-${name}`;
}

function apply(request: CurlRequest, {name, value, word, unknown}: GivenOption, input: CurlInput): void {
  const {notes} = request;
  if (unknown !== undefined) {
    notes.push(`curl has no option ${toText(unknown)}. It is ignored.`);
    return;
  }
  const isExpanded = name.startsWith('expand-');
  const handler = curlHandlers.get(isExpanded ? name.slice(7) : name);
  if (handler === undefined) return;
  if (word === undefined && longOption(name)?.takes === true) {
    notes.push(`The option --${name} has no value. It is ignored.`);
    return;
  }
  if (name === 'url' && word !== undefined && listOfWords.test(word.source)) {
    notes.push(`${toText(value)} is filled in by a shell. It is ignored.`);
    return;
  }
  if (name === 'url' && word !== undefined && variable.test(word.source) && word.unknown.length > 0) {
    request.unsureUrls.push(value);
    return;
  }
  if (isExpanded) notes.push(`{{…}} in --${name} is filled in by curl. It is used as written.`);
  if (word !== undefined) noteOnWord(word, name, notes);
  const windows = word === undefined ? null : readDoubledQuotes(word.source);
  if (windows !== null) notes.push('Doubled quotes are read as Windows’ cmd reads them.');
  handler(request, windows ?? value, input);
}

/** Without quotes it may be an address, options, or nothing. */
const variable = /^\$(?:\w+|\{\w+\})$/;

/** Any number of words, which may or may not be addresses. */
const listOfWords = /^"?\$(?:[@*]|\{\w*(?:[@*]|\[[@*]\]))/;

function noteOnWord(word: ShellWord, name: string, notes: string[]): void {
  const place = name === 'url' ? 'the address' : `--${name}`;
  for (const source of word.unknown) notes.push(explainUnknown(toText(source), place));
  if (/^[^'"\\]*\{[^{}]*(?:,|\.\.)/.test(word.source.slice(0, 2000)))
    notes.push(`Braces without quotes in ${place} make several words in a shell. They are used as written.`);
}
