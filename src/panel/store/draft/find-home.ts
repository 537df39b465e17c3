import type {EventHome} from '../../../domain/edit/find-holder';
import {matchEndpoint} from '../../../domain/protocols/endpoints';
import type {Settings} from '../../../domain/settings';

/** Whose events these are, by where they go, or else by where they came from: a target's host may be no endpoint. */
export function findHome(urls: readonly string[], settings: Settings): EventHome {
  const homes = urls.map((url) => ({url, protocol: matchEndpoint({url, method: 'POST'}, settings)}));
  return homes.find(({protocol}) => protocol !== null) ?? {url: urls[0] ?? '', protocol: null};
}
