import * as z from '../../zod';
import type {ShapeNode} from './shape';

export type FieldFacts = Pick<ShapeNode, 'documentedType' | 'description' | 'source' | 'mismatch' | 'values'>;

/** Facts about a field besides its type, registered with `schema.register(fieldFacts, …)`. */
export const fieldFacts = z.registry<FieldFacts>();
