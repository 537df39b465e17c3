/** A number as it was sent, if JavaScript would show different digits. Only created for texts, never stored. */
export class SentNumber {
  constructor(readonly digits: string) {}
}

/** The params of an issue, with the numbers that JSON.parse changed as they were sent. */
export function withSentNumber<Params extends object>(params: Params, digits: string): Params {
  const changed = Number(digits);
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    Object.is(value, changed) ? new SentNumber(digits) : value,
  ]);
  return Object.fromEntries(entries);
}
