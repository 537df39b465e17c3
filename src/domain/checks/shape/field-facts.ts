import * as z from '../../zod';
import type {ShapeNode} from './shape';

export type FieldFacts = Pick<ShapeNode, 'documentedType' | 'description' | 'source' | 'mismatch' | 'values'>;

/** What is known of a field besides its shape: `schema.register(fieldFacts, …)` says it. */
export const fieldFacts = z.registry<FieldFacts>();
