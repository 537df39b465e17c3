/** zod as configured by the domain. */
export * from '../../../src/domain/zod';
