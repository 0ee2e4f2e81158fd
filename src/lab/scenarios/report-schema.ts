import { UNITS } from './report';

const RESULT = {
  name: { type: 'string' },
  summary: { type: 'string', description: 'What was to be shown.' },
  passed: { type: 'boolean' },
  figure: { type: ['number', 'null'], description: 'The figure measured; null when there is none.' },
  unit: { enum: [...UNITS, null] },
  detail: { type: 'string', description: 'One line: how it went, or why it failed.' },
};

const FAULT = {
  ...RESULT,
  expected: { enum: ['out-of-service', 'survived'] },
  logLine: { type: ['string', 'null'], description: "The line of the node's log that says why." },
};

/** JSON schema of a `LabReport`. */
export const REPORT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'wordpress-ha/lab-report.schema.json',
  title: 'wordpress-ha lab report --json',
  ...object({
    environment: { type: 'string', description: 'Name of the environment.' },
    startedAt: { type: 'string', description: 'When the lab was started, in ISO 8601.' },
    machine: object({
      cpus: { type: 'integer', minimum: 1 },
      memoryGiB: { type: 'number', minimum: 0 },
      kernel: { type: 'string' },
    }),
    bootSeconds: {
      ...object({ stock: { type: ['number', 'null'] }, prepared: { type: ['number', 'null'] } }),
      description: 'Seconds from power-on to healthy, by kind of image.',
    },
    scenarios: { type: 'array', items: object(RESULT) },
    faults: { type: 'array', items: object(FAULT) },
    notShown: {
      type: 'array',
      items: { type: 'string' },
      description: 'What of the stacks the lab does not show.',
    },
  }),
} as const;

/** An object with exactly these members. */
function object<Members extends object>(
  properties: Members,
): { type: 'object'; properties: Members; required: string[]; additionalProperties: false } {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
