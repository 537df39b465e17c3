import {MASK} from '../../../domain/bytes/mask';
import type {PropertyCoverage} from '../../../domain/plans/coverage/property-coverage';
import {maskTokens} from '../../../domain/secrets/looks-like-token';
import {isCount, isSecretMember} from '../../../domain/secrets/secret-names';

/** A property without credentials among its values: all values if its name means a credential, else tokens. */
export function maskProperty(property: PropertyCoverage): PropertyCoverage {
  const isSecret = isSecretMember(property.name) === true;
  const values = new Map<string, number>();
  for (const [value, count] of property.values) {
    const shown = isSecret && !isCount(property.name, value) ? JSON.stringify(MASK) : maskTokens(value);
    values.set(shown, (values.get(shown) ?? 0) + count);
  }
  return {...property, values};
}
