/** A number as it was sent, where JavaScript's own would be shown with other digits. Made for words only, never stored. */
export class SentNumber {
  constructor(readonly digits: string) {}
}

/** The params of an issue, whose numbers that JSON.parse changed stand there as they were sent. */
export function withSentNumber<Params extends object>(params: Params, digits: string): Params {
  const changed = Number(digits);
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    Object.is(value, changed) ? new SentNumber(digits) : value,
  ]);
  return Object.fromEntries(entries);
}
