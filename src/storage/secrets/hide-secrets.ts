import type {CapturedHeaders} from '../../domain/capture/captured-request';
import {type PlainHeader, secretsOfHeaders, withoutSecretValues} from '../../domain/secrets/header-secrets';
import {secretsOfUrl, withoutUrlSecrets} from '../../domain/secrets/url-secrets';
import {toErrorMessage} from '../../domain/to-error-message';
import type {SecretStore} from './secret-store';

/** Replaces credentials by references, before anything is stored or shown. */
export interface SecretHider {
  hideInUrl(url: string): Promise<string>;
  hideInHeaders(headers: readonly PlainHeader[]): Promise<CapturedHeaders>;
}

/**
 * @param onTrouble called when a credential could not be stored, and with null when storing works again. Its value is
 * dropped then: it is neither stored nor shown.
 */
export function createSecretHider(
  secrets: SecretStore,
  onTrouble: (message: string | null) => void,
): SecretHider {
  let isTroubled = false;

  async function keepAll(values: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (values.length === 0) return new Map();
    try {
      const references = await secrets.keepAll(values);
      if (isTroubled) onTrouble(null);
      isTroubled = false;
      return references;
    } catch (error) {
      isTroubled = true;
      onTrouble(toErrorMessage(error));
      return new Map();
    }
  }

  return {
    async hideInUrl(url) {
      return withoutUrlSecrets(url, await keepAll(secretsOfUrl(url)));
    },
    async hideInHeaders(headers) {
      return {
        state: 'known',
        list: withoutSecretValues(headers, await keepAll(secretsOfHeaders(headers.filter(isEverSent)))),
      };
    },
  };
}

/** The value of a cookie in a response may change each time, and a replay only needs it as `Cookie`. */
function isEverSent({name}: PlainHeader): boolean {
  return !/^set-cookie2?$/i.test(name);
}
