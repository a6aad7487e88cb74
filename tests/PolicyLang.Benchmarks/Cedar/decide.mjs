// Decides cases with Cedar. Arguments: a file of policies, a JSON file of requests, how often to ask each. Prints JSON: the answers, and for each request the least
// time in nanoseconds. The policies are parsed once, before; a request is turned into Cedar's own form each time, as an application has to.
import { readFileSync } from 'node:fs';
import { preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

const parsed = preparsePolicySet('set', { staticPolicies: readFileSync(process.argv[2], 'utf8') });
if (parsed.type !== 'success') {
  throw new Error(JSON.stringify(parsed.errors));
}

const requests = JSON.parse(readFileSync(process.argv[3], 'utf8')).map(context => ({
  principal: { type: 'Actor', id: 'a' },
  action: { type: 'Action', id: 'transfer' },
  resource: { type: 'Data', id: 'd' },
  context,
  preparsedPolicySetId: 'set',
  entities: [],
}));
const times = requests.map(() => Number.MAX_SAFE_INTEGER);
const answers = [];
for (let round = 0; round < Number(process.argv[4]); round++) {
  requests.forEach((request, i) => {
    const start = process.hrtime.bigint();
    const answer = statefulIsAuthorized(request);
    times[i] = Math.min(times[i], Number(process.hrtime.bigint() - start));
    if (answer.type !== 'success' || answer.response.diagnostics.errors.length > 0) {
      throw new Error(JSON.stringify(answer));
    }

    answers[i] = answer.response.decision;
  });
}

console.log(JSON.stringify({ answers, times }));
