/** The part of it that we use; its own types would add Node's to the domain. */
declare module 'papaparse' {
  interface ParseError {
    type: string;
    code: string;
    message: string;
    row?: number;
  }
  interface ParseStep {
    data: string[];
    errors: ParseError[];
    meta: {cursor: number; delimiter: string};
  }
  export function parse(
    text: string,
    config: {delimitersToGuess?: string[]; step(results: ParseStep): void; skipEmptyLines?: 'greedy'},
  ): void;
  const Papa: {parse: typeof parse};
  export default Papa;
}
