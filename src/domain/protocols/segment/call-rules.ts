import {type Shape, type ShapeNode, toShape} from '../../checks/shape/shape';
import {toShapeNode} from '../../checks/shape/to-shape-node';
import type {EventType} from '../wire-format';
import {toCallSchema} from './call-schema';
import type {Dialect} from './dialect';

/** What is asked of calls of one type. */
export interface CallRules {
  /** The fields as documented. */
  node: ShapeNode;
  /** Of the call but for its traits, whose names are read without regard to case. */
  shape: Shape;
  /** By name in lower case and without underscores. */
  traits: ReadonlyMap<string, TraitRule>;
}

export interface TraitRule {
  /** As documented: createdAt. */
  name: string;
  node: ShapeNode;
  /** Of an object that holds the trait alone, under its documented name. */
  shape: Shape;
}

/** One set of rules per type, made when the type is first met: schemas cost time and memory. */
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

/** "Traits are case-insensitive": createdAt and created_at are one. */
export function toPlainName(name: string): string {
  return name.toLowerCase().replaceAll('_', '');
}
