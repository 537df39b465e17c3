/**
 * The source of an expression that calls `run` with `argument` inside a page. Tools that strip types may put calls of a
 * helper named `__name` into functions, which the page lacks.
 */
export function toExpression(run: (argument: never) => unknown, argument: unknown): string {
  const text = argument === undefined ? 'undefined' : JSON.stringify(argument);
  return `(() => {const __name = (f) => f; return (${String(run)})(${text});})()`;
}
