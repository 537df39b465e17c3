import type {EventContext} from '../../../domain/edit/find-holder';
import {matchEndpoint} from '../../../domain/protocols/endpoints';
import type {Settings} from '../../../domain/settings';

/** Whose events these are, by where they go, or else by where they came from: a target's host may be no endpoint. */
export function toEventContext(urls: readonly string[], settings: Settings): EventContext {
  const contexts = urls.map((url) => ({url, protocol: matchEndpoint({url, method: 'POST'}, settings)}));
  return contexts.find(({protocol}) => protocol !== null) ?? {url: urls[0] ?? '', protocol: null};
}
