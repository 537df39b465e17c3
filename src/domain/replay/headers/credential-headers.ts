import type {CapturedHeader} from '../../capture/captured-request';
import {isSecretHeader} from '../../capture/secrets';

/** A header that is a credential by its name, or that the capture already took for one. */
export function isCredentialHeader(header: CapturedHeader): boolean {
  return header.secret !== undefined || isSecretHeader(header.name);
}
