/** Where a rule or a field is written down. */
export interface Source {
  /** The document's title: "ThriveStack Track API". */
  document: string;
  /** The section or page in it: "Fields". */
  section?: string;
  /** Its public address, https only; none where the document is not public. */
  url?: string;
  /**
   * For a tracking plan of the user: which one, its version, the name of the rule (none where the plan has no rule for the
   * event), and the JSON Pointer of the rule in its file.
   */
  plan?: {id: string; version: string; rule?: string; pointer: string};
}

/** As it is shown: "ThriveStack Track API › Fields". */
export function showSource({document, section}: Source): string {
  return section === undefined ? document : `${document} › ${section}`;
}

/** The address to link to; null where there is none, or one that is not https. */
export function toSourceLink({url}: Source): string | null {
  return url?.startsWith('https://') ? url : null;
}
