import {type Shape, type ShapeNode, toShape} from '../../checks/shape/shape';
import {toShapeNode} from '../../checks/shape/to-shape-node';
import type {EventType} from '../wire-format';
import {toCallSchema} from './call-schema';
import type {Dialect} from './dialect';

/** The rules for calls of one type. */
export interface CallRules {
  /** The fields as documented. */
  node: ShapeNode;
  /** Of the call without its traits, whose names are case-insensitive. */
  shape: Shape;
  /** By name in lowercase and without underscores. */
  traits: ReadonlyMap<string, TraitRule>;
}

export interface TraitRule {
  /** The documented spelling: createdAt. */
  name: string;
  node: ShapeNode;
  /** Of an object that only contains the trait, with its documented name. */
  shape: Shape;
}

/** One set of rules per type, created when the type first occurs: schemas cost time and memory. */
export function createCallRules(dialect: Dialect): (type: EventType | null) => CallRules {
  const made = new Map<EventType | null, CallRules>();
  return (type) => {
    const known = made.get(type);
    if (known) return known;
    const rules = toRules(toShapeNode(toCallSchema(dialect, type)));
    made.set(type, rules);
    return rules;
  };
}

function toRules(node: ShapeNode): CallRules {
  const fields = {...node.properties};
  const {traits} = fields;
  if (traits) fields.traits = withoutFields(traits);
  return {
    node,
    shape: toShape({...node, properties: fields}),
    traits: toTraitRules(traits?.properties ?? {}),
  };
}

function withoutFields({properties: _, ...node}: ShapeNode): ShapeNode {
  return node;
}

function toTraitRules(fields: Record<string, ShapeNode>): ReadonlyMap<string, TraitRule> {
  return new Map(
    Object.entries(fields).map(([name, node]) => {
      const shape = toShape({type: 'object', properties: {[name]: node}});
      return [toPlainName(name), {name, node, shape}];
    }),
  );
}

/** "Traits are case-insensitive": createdAt and created_at are the same. */
export function toPlainName(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
