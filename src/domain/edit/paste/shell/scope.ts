/** What the variables of a script are worth; null: only the shell knows. */
export type Variables = ReadonlyMap<string, string | null>;

/** What a word of a script is read by. */
export interface Scope {
  variables: Variables;
  /** What the script of a substitution writes; null: only the shell knows. */
  run(script: string): string | null;
}
