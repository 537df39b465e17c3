import {fieldFacts} from '../../checks/shape/field-facts';
import type {Source} from '../../verdict/source';
import * as z from '../../zod';
import {date, text, textOrNumber} from '../fields';

/** The reserved traits of a group that Segment and journy.io share. `source`: the document that lists them. */
export function toGroupTraits(source: Source): Record<string, z.ZodMiniType> {
  const facts = (description: string) => ({description, source});
  return {
    address: z.optional(z.looseObject(addressFields(source))).register(fieldFacts, {
      documentedType: 'Object',
      description: 'Street address of a group: city, country, postalCode, state, street.',
      source,
    }),
    avatar: text(facts('URL to an avatar image for the group.')),
    createdAt: date(facts('Date the group’s account was first created.')),
    description: text(facts('Description of the group, like their personal bio.')),
    email: text(facts('Email address of group.')),
    // A String in the table, a Number in all samples of both vendors.
    employees: text({...facts('Number of employees of a group.'), mismatch: 'warning'}),
    id: text(facts('Unique ID in your database for a group.')),
    industry: text(facts('Industry a user works in, or a group is part of.')),
    name: text(facts('Name of a group.')),
    phone: text(facts('Phone number of a group.')),
    website: text(facts('Website of a group.')),
    plan: text(facts('Plan that a group is in.')),
  };
}

/** The documents name these parts but not their types. */
function addressFields(source: Source): Record<string, z.ZodMiniType> {
  const part = (description: string) => textOrNumber({description, source, mismatch: 'warning'});
  return {
    city: part('City.'),
    country: part('Country.'),
    postalCode: part('Postal code.'),
    state: part('State.'),
    street: part('Street.'),
  };
}
