// Boxes and lines in layers from top to bottom: the report draws them, and the Clause view of the editor extension. The library comes from
// whoever draws, since each of the two packages has its own copy.
interface Graph {
  setGraph(label: object): unknown;
  setDefaultEdgeLabel(make: () => object): unknown;
  setNode(id: string, label: object): unknown;
  setEdge(from: string, to: string, label: object): unknown;
  node(id: string): unknown;
  edge(from: string, to: string): unknown;
}

export interface Dagre { graphlib: { Graph: new () => Graph }; layout(graph: Graph): unknown }
export interface Box { x: number; y: number; width: number; height: number }
export interface Layers {
  /** For each node, its middle and its size. */
  boxes: Box[];
  /** For each edge, the path to draw. */
  paths: string[];
  /** What holds all of it. */
  view: { left: number; top: number; width: number; height: number };
}

/** Lays out nodes of a width, at least one, and edges between them. */
export function inLayers(
  { graphlib, layout }: Dagre, nodes: readonly { id: string; width: number }[], edges: readonly { from: string; to: string }[],
  { height, margin, nodesep, ranksep }: { height: number; margin: number; nodesep: number; ranksep: number },
): Layers {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', nodesep, ranksep });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width } of nodes) graph.setNode(id, { width, height });
  for (const { from, to } of edges) graph.setEdge(from, to, {});
  layout(graph);
  const boxes = nodes.map(({ id }) => graph.node(id) as Box);
  const lines = edges.map(({ from, to }) => (graph.edge(from, to) as { points: { x: number; y: number }[] }).points);

  // The library counts nodes alone when it says how large the drawing is; lines may go around them.
  const across = [...boxes.flatMap(box => [box.x - box.width / 2, box.x + box.width / 2]), ...lines.flat().map(point => point.x)];
  const down = [...boxes.flatMap(box => [box.y - box.height / 2, box.y + box.height / 2]), ...lines.flat().map(point => point.y)];
  const [left, top] = [Math.min(...across) - margin, Math.min(...down) - margin];
  return {
    boxes,
    paths: lines.map(points => `M${points.map(point => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join('L')}`),
    view: { left, top, width: Math.max(...across) + margin - left, height: Math.max(...down) + margin - top },
  };
}
