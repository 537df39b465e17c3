/** The first members of a set; does not iterate over the others. */
export function takeFirst<Member>(set: ReadonlySet<Member>, count: number): Member[] {
  const first: Member[] = [];
  for (const member of set) {
    if (first.length === count) break;
    first.push(member);
  }
  return first;
}
