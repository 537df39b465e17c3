import {type Shape, type ShapeNode, toShape} from '../../checks/shape/shape';
import {toShapeNode} from '../../checks/shape/to-shape-node';
import type {Source} from '../../verdict/source';
import type * as z from '../../zod';

/** Rules for the fields of an object beyond their types. */
export interface HolderRules {
  /** Fields documented as dates. */
  dates: readonly string[];
  /** Fields with documented values. */
  listed: readonly ListedField[];
}

export interface ListedField {
  name: string;
  values: readonly string[];
  source: Source;
}

/** The rules for an event; those of its own level are for its properties or traits. */
export interface FieldRules extends HolderRules {
  /** The fields as documented. */
  node: ShapeNode;
  shape: Shape;
  context: HolderRules;
}

export function createFieldRules(schema: z.ZodMiniType, holder: 'properties' | 'traits'): FieldRules {
  const node = toShapeNode(schema);
  return {
    ...toHolderRules(node.properties?.[holder]),
    node,
    shape: toShape(node),
    context: toHolderRules(node.properties?.context),
  };
}

function toHolderRules(node: ShapeNode | undefined): HolderRules {
  const fields = Object.entries(node?.properties ?? {});
  return {
    dates: fields.filter(([, {documentedType}]) => documentedType === 'Date').map(([name]) => name),
    listed: fields.flatMap(([name, {values, source}]) => (values && source ? [{name, values, source}] : [])),
  };
}
