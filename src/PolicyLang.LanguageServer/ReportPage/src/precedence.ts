// Who prevails over whom: all instruments, or the clauses of one with those that they meet, laid out in layers from top to bottom.
import { graphlib, layout } from '@dagrejs/dagre';
import { select } from 'd3-selection';
import type { Clause, Pair } from './data';
import { element, reveal } from './dom';
import { inLayers } from './layers';

const ALL = '';
const LETTER = 7.2;
const NODE_HEIGHT = 30;
const MARGIN = 8;

interface Node { id: string; label: string; anchor: string | undefined }
interface Edge { from: string; to: string; why: string }

export function startPrecedence(place: HTMLElement, pairs: Pair[], own: string[]): void {
  const rank = (name: string) => own.includes(name) ? 0 : 1;
  const names = [...new Set(pairs.flatMap(pair => [pair.upper.instrument, pair.lower.instrument]))]
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (names.length === 0) return;
  const across = pairs.some(pair => pair.upper.instrument !== pair.lower.instrument);
  const choice = element('select', { id: 'precedence-choice' },
    ...(across ? [element('option', { value: ALL }, 'All instruments')] : []),
    ...names.map(name => element('option', { value: name }, name)));
  const canvas = element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'What prevails over what, drawn' });
  place.append(element('p', { class: 'choice' }, element('label', { for: 'precedence-choice' }, 'Show '), choice), canvas);
  const show = () => {
    const [nodes, edges] = choice.value === ALL ? instruments(pairs) : clauses(pairs, choice.value);
    draw(canvas, place.dataset['label'] ?? '', nodes, edges);
  };
  choice.addEventListener('change', show);
  show();
}

function instruments(pairs: Pair[]): [Node[], Edge[]] {
  const nodes = new Map<string, Node>();
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const { upper, lower } of pairs) {
    if (upper.instrument === lower.instrument) continue;
    for (const { instrument } of [upper, lower]) nodes.set(instrument, { id: instrument, label: instrument, anchor: undefined });
    const key = JSON.stringify([upper.instrument, lower.instrument]);
    const known = counts.get(key) ?? { from: upper.instrument, to: lower.instrument, count: 0 };
    known.count++;
    counts.set(key, known);
  }
  return [[...nodes.values()], [...counts.values()].map(({ from, to, count }) => ({
    from, to, why: `${from} prevails over ${to}: ${count === 1 ? 'one pair' : `${count} pairs`} of clauses`,
  }))];
}

function clauses(pairs: Pair[], name: string): [Node[], Edge[]] {
  const nodes = new Map<string, Node>();
  const id = (clause: Clause) => `${clause.instrument}.${clause.name}`;
  const edges: Edge[] = [];
  for (const { upper, lower, why } of pairs) {
    if (upper.instrument !== name && lower.instrument !== name) continue;
    for (const clause of [upper, lower]) {
      nodes.set(id(clause), { id: id(clause), label: clause.instrument === name ? clause.name : id(clause), anchor: clause.anchor });
    }
    edges.push({ from: id(upper), to: id(lower), why: `${id(upper)} prevails over ${id(lower)}: ${why}` });
  }
  return [[...nodes.values()], edges];
}

function draw(canvas: HTMLElement, label: string, nodes: Node[], edges: Edge[]): void {
  const sized = nodes.map(({ id, label: text }) => ({ id, width: 20 + text.length * LETTER }));
  const { boxes, paths, view } = inLayers({ graphlib, layout }, sized, edges, { height: NODE_HEIGHT, margin: MARGIN, nodesep: 14, ranksep: 60 });
  const { left, top, width, height } = view;

  canvas.replaceChildren();
  const svg = select(canvas).append('svg').attr('viewBox', `${left} ${top} ${width} ${height}`).attr('width', width).attr('height', height)
    .attr('role', 'img').attr('aria-label', label);
  svg.append('defs').append('marker').attr('id', 'arrow').attr('viewBox', '0 0 8 8').attr('refX', 7).attr('refY', 4)
    .attr('markerWidth', 7).attr('markerHeight', 7).attr('orient', 'auto-start-reverse').append('path').attr('d', 'M0,0L8,4L0,8z');
  edges.forEach((edge, at) => {
    svg.append('path').attr('class', 'edge').attr('marker-end', 'url(#arrow)').attr('d', paths[at] ?? '').append('title').text(edge.why);
  });
  nodes.forEach((node, at) => {
    const { x, y, width: wide, height: high } = boxes[at] ?? { x: 0, y: 0, width: 0, height: 0 };
    const box = svg.append('g').attr('class', node.anchor ? 'node link' : 'node').attr('transform', `translate(${x},${y})`);
    box.append('rect').attr('x', -wide / 2).attr('y', -high / 2).attr('width', wide).attr('height', high).attr('rx', 5);
    box.append('text').attr('text-anchor', 'middle').attr('dy', '0.35em').text(node.label);
    const { anchor } = node;
    if (anchor) box.on('click', () => reveal(anchor));
  });
}
