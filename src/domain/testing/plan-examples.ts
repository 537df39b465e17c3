import type {PlanFile} from '../plans/read-plan';
import type {PlanFormat} from '../plans/tracking-plan';

/** `Signed Up` with a `plan` (one of two) and an integer `seats`, in each vendor's format. */
const properties = {
  plan: {type: 'string', enum: ['free', 'pro'], description: 'Chosen plan'},
  seats: {type: 'integer'},
};
const bare = {type: 'object', properties, required: ['plan']};
const wrapped = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  labels: {area: 'account'},
  properties: {context: {}, traits: {type: 'object'}, properties: bare},
  required: ['properties'],
};

const json = (value: unknown) => JSON.stringify(value, null, 2);
const file = (name: string, text: string): PlanFile => ({name, text});

const segmentRule = {key: 'Signed Up', type: 'TRACK', version: 1, deprecatedAt: '0001-01-01T00:00:00.000Z'};

export const planExamples: Readonly<Record<PlanFormat, readonly PlanFile[]>> = {
  'segment-api': [
    file(
      'rules.json',
      json({data: {rules: [{...segmentRule, jsonSchema: wrapped}], pagination: {current: 'a'}}}),
    ),
  ],
  typewriter: [
    file(
      'plan.json',
      json({
        id: 'rs_1',
        name: 'Product',
        rules: [
          {
            ...segmentRule,
            jsonSchema: {...bare, $id: '/x', eventMetadata: {name: 'Signed Up', type: 'TRACK'}},
          },
        ],
      }),
    ),
  ],
  'segment-config': [
    file(
      'plan.json',
      json({
        name: 'workspaces/acme/tracking-plans/rs_2',
        display_name: 'Product',
        rules: {
          events: [{name: 'Signed Up', version: 1, rules: wrapped}],
          global: {properties: {context: {required: ['ip']}}},
          identify_traits: [],
        },
      }),
    ),
  ],
  'segment-csv': [
    file(
      'plan.csv',
      '\uFEFFVersion,Event Type,Event Name,Property Name,Description,Labels,Property Data Type,Allowed Property Values,Enum Values,Property Status\r\n' +
        '1,Track,Signed Up,,"Somebody ""signed"" up,\nfor good",account,,,,\r\n' +
        '1,Track,Signed Up,plan,Chosen plan,,string,,"free, pro",Required\r\n' +
        '1,Track,Signed Up,seats,,,integer,,,Optional\r\n' +
        '1,Track,Signed Up,items.$.sku,,,"string,null",^[A-Z]+,,Optional\r\n',
    ),
  ],
  'rudderstack-api': [
    file(
      'plan.json',
      json({
        id: 'tp_1',
        name: 'Product',
        version: 2,
        rules: {
          events: [{name: 'Signed Up', eventType: 'track', version: '1-0-0', rules: wrapped}],
          identify: {version: '1-0-0', properties: {traits: {required: ['email'], type: ['object']}}},
        },
      }),
    ),
  ],
  'rudderstack-catalog': [
    file(
      'plan.json',
      json({
        id: 'tp_2',
        name: 'Product',
        events: [
          {
            name: 'Signed Up',
            eventType: 'track',
            identitySection: 'properties',
            additionalProperties: false,
            properties: [
              {id: 'p1', name: 'plan', required: true},
              {id: 'p2', name: 'seats', required: false},
            ],
          },
        ],
      }),
    ),
  ],
  'rudderstack-yaml': [
    file(
      'plan.yaml',
      `version: rudder/v0.1
kind: tp
metadata: {name: product}
spec:
  id: product
  display_name: Product
  rules:
    - type: event_rule
      id: signed_up
      event:
        $ref: "#/events/product/signed_up"
        allow_unplanned: false
      properties:
        - $ref: "#/properties/product/plan"
          required: true
        - $ref: "#/properties/product/seats"
      variants:
        - type: discriminator
          discriminator: "#/properties/product/plan"
          cases:
            - display_name: Paid
              match: [pro]
              properties:
                - $ref: "#/properties/product/coupon"
                  required: true
`,
    ),
    file(
      'catalog.yaml',
      `version: rudder/v0.1
kind: events
metadata: {name: product}
spec:
  events:
    - {id: signed_up, event_type: track, name: Signed Up, description: Somebody signed up}
---
version: rudder/v0.1
kind: properties
metadata: {name: product}
spec:
  properties:
    - {id: plan, name: plan, type: string, propConfig: {enum: [free, pro]}}
    - {id: seats, name: seats, type: "integer,null"}
    - {id: coupon, name: coupon, type: "#/custom-types/product/code"}
---
version: rudder/v0.1
kind: custom-types
metadata: {name: product}
spec:
  types:
    - {id: code, name: Code, type: string, config: {maxLength: 8}}
`,
    ),
  ],
  avo: [
    file(
      'avo.json',
      json({
        name: 'Product',
        events: [
          {
            id: 'e1',
            name: 'signed_up',
            tags: ['Growth'],
            categories: ['c1'],
            rules: {
              $schema: 'http://json-schema.org/draft-06/schema#',
              type: 'object',
              nameMapping: [{name: 'Signed Up', destination: 'd1'}],
              required: ['properties', 'nameMapping'],
              properties: {
                properties: {
                  ...bare,
                  properties: {...properties, plan: {...properties.plan, id: 'p', index: 0, nameMapping: []}},
                  additionalProperties: false,
                },
              },
            },
          },
        ],
        categories: {c1: {name: 'Account'}},
      }),
    ),
  ],
  'avo-schema': [file('avo.json', json({schema: {events: {'Signed Up': bare}}}))],
  'avo-csv': [
    file(
      'avo.csv',
      'Event Name;Event Description;Property Name;Property Value Type;Is Property Required?;Is Property Array?;Property Enumeration Options;Property Regex\n' +
        'Signed Up;Somebody signed up;plan;string;TRUE;FALSE;free,pro;\n' +
        ';;seats;int;FALSE;FALSE;;\n',
    ),
  ],
  'amplitude-csv': [
    file(
      'amplitude.csv',
      'Action,Object Type,Object Name,Object Description,Event Category,Tags,Event Schema Status,Property Type,Event Property Name,Property Value Type,Property Schema Status,Property Required,Property Is Array,Enum Values,Number Is Integer,Number Property Value Min\n' +
        ',Event,Signed Up,Somebody signed up,Account,,LIVE,,,,,,,,,\n' +
        ',,,,,,,Event Property,plan,string,LIVE,TRUE,FALSE,"free,pro",,\n' +
        ',,,,,,,Event Property,seats,number,PLANNED,FALSE,FALSE,,TRUE,1\n' +
        'IGNORE,Event,Old,,,,LIVE,,,,,,,,,\n' +
        ',,,,,,,Event Property,gone,string,LIVE,TRUE,FALSE,,,\n' +
        ',Event,Surprise,,,,UNEXPECTED,,,,,,,,,\n',
    ),
  ],
  lexicon: [
    file(
      'lexicon.json',
      json({
        status: 'ok',
        results: [
          {entityType: 'event', name: 'Signed Up', schemaJson: {...bare, description: 'Somebody signed up'}},
          {entityType: 'profile', name: '$user', schemaJson: {}},
        ],
      }),
    ),
  ],
  posthog: [
    file(
      'groups.json',
      json({
        count: 1,
        next: null,
        results: [
          {
            name: 'Account',
            properties: [
              {name: 'plan', property_type: 'String', is_required: true},
              {name: 'seats', property_type: 'Numeric', is_required: false},
            ],
            events: [{name: 'Signed Up'}],
          },
        ],
      }),
    ),
  ],
  iglu: [
    file(
      'signed_up.json',
      json({
        $schema: 'http://iglucentral.com/schemas/com.snowplowanalytics.self-desc/schema/jsonschema/1-0-0#',
        self: {vendor: 'com.acme', name: 'Signed Up', format: 'jsonschema', version: '1-0-0'},
        ...bare,
        additionalProperties: false,
      }),
    ),
  ],
  'snowplow-plan': [
    file(
      'plan.yaml',
      `apiVersion: v1
resourceType: data-product
resourceName: 3b7c9fce
data:
  name: Account
  eventSpecifications:
    - resourceName: e1
      name: Signed Up
      event:
        source: iglu:com.acme/signed_up/jsonschema/1-0-0
        schema:
          type: object
          required: [plan]
          properties:
            plan: {type: string, enum: [free, pro]}
            seats: {type: integer}
      entities:
        tracked:
          - {source: "iglu:com.acme/user/jsonschema/1-0-0", minCardinality: 1}
`,
    ),
  ],
  'json-schema': [
    file(
      'events.json',
      json({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        title: 'Product',
        $defs: {plan: {type: 'string', enum: ['free', 'pro']}},
        events: {
          'Signed Up': {
            type: 'object',
            properties: {plan: {$ref: '#/$defs/plan'}, seats: {type: 'integer'}},
            required: ['plan'],
          },
        },
      }),
    ),
  ],
  openapi: [
    file(
      'openapi.yaml',
      `openapi: 3.0.3
info: {title: Events, version: "1"}
components:
  schemas:
    Plan: {type: string, enum: [free, pro]}
    Error: {type: object}
    SignedUp:
      type: object
      required: [event, properties]
      properties:
        event: {type: string, enum: [Signed Up]}
        properties:
          type: object
          required: [plan]
          properties:
            plan: {$ref: "#/components/schemas/Plan"}
            seats: {type: integer, nullable: true, minimum: 0, exclusiveMinimum: true}
`,
    ),
  ],
};
