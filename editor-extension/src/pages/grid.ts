// How the keyboard moves in a table. Free of VS Code and of the browser.

export interface Spot { row: number; column: number }

/** Where a key leads; undefined for a key that leads nowhere. */
export function move({ row, column }: Spot, key: string, rows: number, columns: number): Spot | undefined {
  const within = (n: number, count: number): number => Math.max(0, Math.min(count - 1, n));
  switch (key) {
    case 'ArrowUp': return { row: within(row - 1, rows), column };
    case 'ArrowDown': return { row: within(row + 1, rows), column };
    case 'ArrowLeft': return { row, column: within(column - 1, columns) };
    case 'ArrowRight': return { row, column: within(column + 1, columns) };
    case 'Home': return { row, column: 0 };
    case 'End': return { row, column: columns - 1 };
    case 'PageUp': return { row: 0, column };
    case 'PageDown': return { row: rows - 1, column };
    default: return undefined;
  }
}
