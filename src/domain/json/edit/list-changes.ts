import {type Span, startOfMember} from '../scan-pointers';
import {type ContainerStyle, readStyle} from './container-style';
import type {TextChange} from './text-change';

/** The changes to the members of one object or array, by index in the text. */
export interface ListPlan {
  container: Span;
  members: readonly Span[];
  removed: Set<number>;
  /** New members before the member with that index; after the last one for `members.length`. */
  added: Map<number, NewMember[]>;
}

export interface NewMember {
  /** null for an element of an array. */
  key: string | null;
  text: string;
}

/** One change for each section between two members that are kept. Commas are added and removed with the members. */
export function toListChanges(text: string, plan: ListPlan): TextChange[] {
  const style = readStyle(text, plan.container, plan.members);
  const changes: TextChange[] = [];
  let before = -1;
  for (let at = 0; at <= plan.members.length; at++) {
    if (plan.removed.has(at)) continue;
    const added = takeAdded(plan, before + 1, at).map((member) => writeMember(member, style));
    if (added.length > 0 || at - before > 1) changes.push(toChange(plan, style, before, at, added));
    before = at;
  }
  return changes;
}

/** `before` and `after`: the kept members on either side; -1 and the number of members if there is none. */
function toChange(
  {container, members}: ListPlan,
  style: ContainerStyle,
  before: number,
  after: number,
  added: string[],
): TextChange {
  const last = members[after - 1];
  const previous = members[before];
  if (previous && last) {
    const insert = added.map((member) => `,${style.between}${member}`).join('');
    return {from: previous.end, to: last.end, insert};
  }
  const [first] = members;
  const next = members[after];
  if (first && next) {
    const insert = added.map((member) => `${member},${style.between}`).join('');
    return {from: startOfMember(first), to: startOfMember(next), insert};
  }
  const insert = added.join(`,${style.between}`);
  if (first && last && insert !== '') return {from: startOfMember(first), to: last.end, insert};
  const inner = {from: container.start + 1, to: container.end - 1};
  return {...inner, insert: insert === '' ? '' : `${style.before}${insert}${style.after}`};
}

function takeAdded({added}: ListPlan, from: number, to: number): NewMember[] {
  const taken: NewMember[] = [];
  for (let at = from; at <= to; at++) taken.push(...(added.get(at) ?? []));
  return taken;
}

function writeMember({key, text}: NewMember, {colon}: ContainerStyle): string {
  return key === null ? text : `${JSON.stringify(key)}${colon}${text}`;
}
