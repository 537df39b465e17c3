const ZONE_AND_NAME = /^([^[]*(?:[Zz]|[+-]\d\d:?\d\d))(?:\[[^\]]+\])+$/;
const UTC_NAME = /\s{0,9}(?:UTC|GMT|[Zz])$/;
const SPACED_OFFSET = /\s{1,9}([+-]\d\d:?\d\d)$/;

/**
 * A time without surrounding text: white space, the name of a zone in brackets after an offset (Java), UTC or GMT
 * after the time or a space before the offset (Ruby). The instant is the same.
 */
export function toBareTimestamp(text: string): string {
  return text.trim().replace(ZONE_AND_NAME, '$1').replace(UTC_NAME, 'Z').replace(SPACED_OFFSET, '$1');
}
