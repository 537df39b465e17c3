/** The filter line that finds the events of one name in calls of one type; all calls of the type where it has no name. */
export function toEventFilter({call, name}: {call: string; name: string | null}): string {
  const type = call === 'track' || call === 'unknown' ? '' : `type:${call}`;
  if (name === null) return call === 'unknown' ? '' : `type:${call}`;
  return `${toNameWord(name)} ${type}`.trim();
}

/** A word of the filter line holds no quotation mark: then the longest part without one is looked for. */
function toNameWord(name: string): string {
  if (!name.includes('"')) return `event:"${name}"`;
  const [longest = ''] = name.split('"').sort((one, other) => other.length - one.length);
  return longest === '' ? '' : `name:"${longest}"`;
}
