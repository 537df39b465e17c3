import {type Draft, newDraft} from '../edit/draft';
import type {FoundCredential, PastedRequest} from '../edit/paste/pasted-request';
import {toOrigin} from '../parse-url';
import type {HeaderEdit} from './headers/header-edit';
import type {ReplayOptions} from './plan-replay';

/** The input of `planReplay` for a pasted request. */
export interface OpenedPaste {
  draft: Draft;
  /** `url` is missing if only a body was pasted. */
  options: Pick<ReplayOptions, 'url' | 'home' | 'method' | 'headers' | 'credentials'>;
}

/**
 * A draft of a pasted request. `secretOf` returns the key in the session's secret store for each credential that the
 * user chose to send (after it was stored there), and undefined for the others, which are not sent.
 */
export function openPasted(
  pasted: PastedRequest,
  secretOf: (credential: FoundCredential) => string | undefined = () => undefined,
): OpenedPaste {
  const chosen = pasted.credentials.flatMap((credential) => {
    const secret = secretOf(credential);
    return secret === undefined ? [] : [{...credential, secret}];
  });
  const ofHeaders = chosen.filter(({place}) => place === 'header');
  const ofQuery = chosen.filter(({place}) => place === 'query');
  const headers: HeaderEdit[] = [
    ...pasted.headers,
    ...ofHeaders.map(({name, secret}) => ({name, secret, isPasted: true})),
  ];
  const {url} = pasted;
  const home = toOrigin(url);
  return {
    draft: newDraft(pasted.body ?? ''),
    options: {
      method: pasted.method,
      headers,
      home,
      // Without an address there is no origin that they belong to: they are sent to the one that is typed.
      credentials: chosen.length > 0 && home === null ? 'take-along' : 'same-origin',
      ...(url !== null && {url: addToQuery(url, ofQuery)}),
    },
  };
}

function addToQuery(url: string, secrets: readonly {name: string; secret: string}[]): string {
  if (secrets.length === 0) return url;
  const hash = url.indexOf('#');
  const head = hash === -1 ? url : url.slice(0, hash);
  const fragment = hash === -1 ? '' : url.slice(hash);
  const query = secrets.map(({name, secret}) => `${name}=${secret}`).join('&');
  return `${head}${head.includes('?') ? '&' : '?'}${query}${fragment}`;
}
