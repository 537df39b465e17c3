/** The values of a script's variables; null: only the shell knows. */
export type Variables = ReadonlyMap<string, string | null>;

/** What is needed to read a word of a script. */
export interface Scope {
  variables: Variables;
  /** The output of a substitution's script; null: only the shell knows. */
  run(script: string): string | null;
}
