// Which clauses stand above and below one, drawn in layers from top to bottom.
import { graphlib, layout } from '@dagrejs/dagre';
import { inLayers } from '../../../../src/PolicyLang.LanguageServer/ReportPage/src/layers';
import type { ClauseReading } from '../../protocol';

const letter = 7;
const height = 26;
const margin = 6;
const longest = 26;
const svg = 'http://www.w3.org/2000/svg';

/** @param open opens a clause by where it stands in the answer */
export function drawOverrides(clause: ClauseReading, open: (list: 'above' | 'below', index: number) => void): SVGElement {
  const nodes = [
    { id: 'own', label: clause.place.clause, why: '', press: undefined as (() => void) | undefined },
    ...(['above', 'below'] as const).flatMap(list => clause[list].map((o, index) => ({ id: `${list}${index}`, label: o.place.clause, why: o.why, press: () => open(list, index) }))),
  ].map(node => ({ ...node, text: node.label.length > longest ? `${node.label.slice(0, longest - 1)}…` : node.label }));
  const edges = [...clause.above.map((o, n) => ({ from: `above${n}`, to: 'own', why: `${o.place.clause} prevails over ${clause.place.clause}: ${o.why}` })), ...clause.below.map((o, n) => ({ from: 'own', to: `below${n}`, why: `${clause.place.clause} prevails over ${o.place.clause}: ${o.why}` }))];
  const { boxes, paths, view } = inLayers({ graphlib, layout }, nodes.map(({ id, text }) => ({ id, width: 16 + text.length * letter })), edges, { height, margin, nodesep: 12, ranksep: 36 });
  const drawing = part('svg', { viewBox: `${view.left} ${view.top} ${view.width} ${view.height}`, width: view.width, height: view.height, role: 'img', 'aria-label': edges.map(e => e.why).join('; ') });
  const marker = part('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: 'auto-start-reverse' }, part('path', { d: 'M0,0L8,4L0,8z' }));
  drawing.append(part('defs', {}, marker));
  edges.forEach((edge, at) => drawing.append(part('path', { class: 'edge', 'marker-end': 'url(#arrow)', d: paths[at] ?? '' }, titled(edge.why))));
  nodes.forEach((node, at) => {
    const box = boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 };
    const words = part('text', { 'text-anchor': 'middle', dy: '0.35em' });
    words.append(node.text);
    const group = part('g', { class: node.press === undefined ? 'node own' : 'node', transform: `translate(${box.x},${box.y})` },
      part('rect', { x: -box.width / 2, y: -box.height / 2, width: box.width, height: box.height, rx: 4 }), words, titled(node.label));
    if (node.press !== undefined) {
      group.addEventListener('click', node.press);
    }

    drawing.append(group);
  });
  return drawing;
}

function titled(text: string): SVGElement {
  const title = part('title', {});
  title.append(text);
  return title;
}

function part(name: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, String(value));
  }

  made.append(...children);
  return made;
}
