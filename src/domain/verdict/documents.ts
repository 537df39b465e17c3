/** The documents that rules name as their source by number, for readers who have not read them. */
export const documents: Readonly<Record<string, string>> = {
  'seed 000': 'ThriveStack, Group Enriched (2024)',
  'seed 001': 'Segment, Spec: Group',
  'seed 002': 'journy.io, The Group Spec',
  'seed 003': 'ThriveStack, Track API (October 2024)',
  'seed 004': 'ThriveStack, Invite Sent (October 2024)',
};
