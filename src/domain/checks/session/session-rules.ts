import type {Inspection} from '../../inspection';
import type {Issue} from '../issue';

/** A rule over the requests of a session, in the order they were sent. Its issues name the request they stand on. */
export type SessionRule = (inspections: readonly Inspection[]) => Issue[];

export const sessionRules: readonly SessionRule[] = [];
