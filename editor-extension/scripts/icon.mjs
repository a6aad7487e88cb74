// Draws media/icon.png: two legal orders that overlap, and the stretch where both speak. Run it after changing it; the picture is committed.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 256;
const fine = 4; // samples in each direction of a pixel, for smooth edges
const ground = [23, 50, 77], left = [86, 156, 214], right = [244, 162, 97], both = [255, 255, 255], mark = [178, 34, 52];

const pixels = Buffer.alloc(size * (size * 4 + 1));
for (let y = 0; y < size; y++) {
  for (let x = 0; x < size; x++) {
    const sum = [0, 0, 0, 0];
    for (let s = 0; s < fine * fine; s++) {
      const colour = at((x + (s % fine + 0.5) / fine) / size, (y + (Math.floor(s / fine) + 0.5) / fine) / size);
      colour.forEach((c, i) => { sum[i] += c; });
    }

    pixels.set(sum.map(c => Math.round(c / (fine * fine))), y * (size * 4 + 1) + 1 + x * 4);
  }
}

writeFileSync(new URL('../media/icon.png', import.meta.url), png(pixels));

function at(x, y) {
  if (!inRoundedSquare(x, y)) {
    return [0, 0, 0, 0];
  }

  const inLeft = Math.hypot(x - 0.38, y - 0.5) < 0.27, inRight = Math.hypot(x - 0.62, y - 0.5) < 0.27;
  const isMark = Math.abs(x - 0.5) < 0.026 && y > 0.36 && y < 0.54 || Math.hypot(x - 0.5, y - 0.605) < 0.032;
  return [...(inLeft && inRight ? isMark ? mark : both : inLeft ? left : inRight ? right : ground), 255];
}

function inRoundedSquare(x, y) {
  const edge = 0.5 - 0.14;
  const dx = Math.max(Math.abs(x - 0.5) - edge, 0), dy = Math.max(Math.abs(y - 0.5) - edge, 0);
  return Math.hypot(dx, dy) < 0.14;
}

function png(data) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(data, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4), check = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
