// Reads documents of RDF with the parsers of npm, and compares what they state with what the project's own readers found.
// Input on standard input: JSON [{ name, kind: "jsonld" | "turtle", text, ours }], ours as N-Triples. Output: one line a document.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { Parser } from 'n3';

const context = JSON.parse(readFileSync(new URL('../../src/PolicyLang.Exchange/Rdf/odrl-context.json', import.meta.url), 'utf8'));
const documentLoader = async (url) => {
  if (!url.includes('/ns/odrl')) {
    throw new Error(`not known: ${url}`);
  }

  return { contextUrl: null, documentUrl: url, document: context };
};

const canonical = (nquads) => jsonld.canonize(nquads, { algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', format: 'application/n-quads', canonizeOptions: { maxWorkFactor: 3 } });

const term = (t) => t.termType === 'NamedNode' ? `<${t.value}>`
  : t.termType === 'BlankNode' ? `_:${t.value}`
  : `${JSON.stringify(t.value)}${t.language ? `@${t.language}` : t.datatype.value.endsWith('#string') ? '' : `^^<${t.datatype.value}>`}`;

const read = async ({ kind, text }) => kind === 'turtle'
  ? new Parser({ format: 'text/turtle' }).parse(text).map((q) => `${term(q.subject)} ${term(q.predicate)} ${term(q.object)} .\n`).join('')
  : jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader });

for (const document of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    const [theirs, ours] = [await canonical(await read(document)), await canonical(document.ours)];
    console.log(theirs === ours ? `same ${document.name} ${theirs.split('\n').length - 1}` : `differs ${document.name}\n--- theirs\n${theirs}--- ours\n${ours}`);
  } catch (error) {
    console.log(`failed ${document.name}: ${error.message ?? error}`);
  }
}
