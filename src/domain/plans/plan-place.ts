/** A location in the files of a plan. */
export interface PlanPlace {
  file: string;
  /** JSON Pointer inside the file's value; of CSV, `/row`. */
  pointer: string;
  /** From 1; null if it is not known. */
  line: number | null;
  column: number | null;
}
