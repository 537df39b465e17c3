/** The document that a rule or a field comes from. */
export interface Source {
  /** The document's title: "ThriveStack Track API". */
  document: string;
  /** The section or page: "Fields". */
  section?: string;
  /** Its public address, https only; missing if the document is not public. */
  url?: string;
  /**
   * For a tracking plan of the user: the plan, its version, the name of the rule (missing if the plan has no rule for
   * the event), and the JSON Pointer of the rule in its file.
   */
  plan?: {id: string; version: string; rule?: string; pointer: string};
}

/** As shown: "ThriveStack Track API › Fields". */
export function showSource({document, section}: Source): string {
  return section === undefined ? document : `${document} › ${section}`;
}

/** The address to link to; null if there is none, or if it is not https. */
export function toSourceLink({url}: Source): string | null {
  return url?.startsWith('https://') ? url : null;
}
