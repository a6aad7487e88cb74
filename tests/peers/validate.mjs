// Validates policies with Cedar against their schema: node validate.mjs FOLDER. Ends with 1 where something is wrong with them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from '@cedar-policy/cedar-wasm/nodejs';

const read = name => readFileSync(path.join(process.argv[2], name), 'utf8');
const answer = validate({ validationSettings: { mode: 'strict' }, schema: read('schema.cedarschema'), policies: { staticPolicies: read('all.cedar') } });
if (answer.type !== 'success' || answer.validationErrors.length > 0) {
  console.error(JSON.stringify(answer).slice(0, 2000));
  process.exit(1);
}
