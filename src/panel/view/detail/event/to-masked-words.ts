import {MASK} from '../../../../domain/bytes/mask';
import {parsePointer} from '../../../../domain/json/json-pointer';
import {maskTokens} from '../../../../domain/secrets/looks-like-token';
import {maskText} from '../../../../domain/secrets/mask-text';
import {isSecretMember} from '../../../../domain/secrets/secret-names';
import {describeIssue} from '../../../../domain/verdict/describe/describe-issue';
import type {Wording} from '../../../../domain/verdict/describe/wording';
import type {Issue} from '../../../../domain/verdict/issue';

/** The text of an issue without the credentials that it may quote: values of a field with a secret name, and tokens. */
export function toMaskedWords(issue: Issue): Wording {
  const {message, expected, found} = describeIssue(issue);
  const name = parsePointer(issue.pointer)?.at(-1);
  const isSecret = name !== undefined && isSecretMember(name) === true;
  return {
    message: mask(message, isSecret ? found : ''),
    expected: mask(expected, ''),
    found: isSecret && found !== '' ? MASK : mask(found, ''),
  };
}

function mask(text: string, secret: string): string {
  const masked = maskText(maskTokens(text));
  return secret === '' ? masked : masked.replaceAll(secret, MASK);
}
