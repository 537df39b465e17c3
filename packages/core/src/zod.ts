/** zod as the domain has configured it. */
export * from '../../../src/domain/zod';
