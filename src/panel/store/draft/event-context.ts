import type {EventContext} from '../../../domain/edit/find-holder';
import {matchEndpoint} from '../../../domain/protocols/endpoints';
import type {Settings} from '../../../domain/settings';

/** The protocol of the events, by their address, or else by their original's: a target's host may not be an endpoint. */
export function toEventContext(urls: readonly string[], settings: Settings): EventContext {
  const contexts = urls.map((url) => ({url, protocol: matchEndpoint({url, method: 'POST'}, settings)}));
  return contexts.find(({protocol}) => protocol !== null) ?? {url: urls[0] ?? '', protocol: null};
}
