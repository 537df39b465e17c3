import type {HeaderEdit} from './header-edit';

/** A credential that the user gave for a target, as its key in the session's secret store. */
export interface TargetCredential {
  /** Name of its header. */
  name: string;
  secret: string;
}

/** The credentials as decisions about headers; the user's decisions about headers of this draft take precedence. */
export function toHeaderEdits(
  credentials: readonly TargetCredential[],
  decided: readonly HeaderEdit[],
): HeaderEdit[] {
  const names = new Set(
    decided.flatMap((edit) => ('isPasted' in edit && edit.isPasted ? [] : [edit.name.toLowerCase()])),
  );
  return credentials
    .filter(({name}) => !names.has(name.toLowerCase()))
    .map(({name, secret}) => ({name, secret, reason: 'The credential that you entered for this target.'}));
}
