// Conflicts that begin on a day stand above the line of time, those that have ended below it.
import { axisBottom, axisLeft } from 'd3-axis';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import type { Day } from './data';
import { reveal } from './dom';

const HEIGHT = 240;
const MARGIN = { top: 16, right: 16, bottom: 28, left: 40 };
const LEAST_WIDTH = 320;

export function drawTimeline(place: HTMLElement, days: Day[]): void {
  const dates = days.map(day => new Date(`${day.day}T00:00:00Z`));
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return;
  const width = Math.max(LEAST_WIDTH, place.clientWidth);
  const margin = 40 * 24 * 3600 * 1000;
  const x = scaleUtc([new Date(first.getTime() - margin), new Date(last.getTime() + margin)], [MARGIN.left, width - MARGIN.right]);
  const most = Math.max(1, ...days.map(day => day.begin));
  const least = Math.max(0, ...days.map(day => day.end));
  const y = scaleLinear([-least, most], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice();

  const svg = select(place).append('svg').attr('viewBox', `0 0 ${width} ${HEIGHT}`).attr('role', 'img')
    .attr('aria-label', place.dataset['label'] ?? '');
  svg.append('g').attr('class', 'axis').attr('transform', `translate(${MARGIN.left},0)`)
    .call(axisLeft(y).ticks(5).tickFormat(value => String(Math.abs(Number(value)))));
  svg.append('g').attr('class', 'axis').attr('transform', `translate(0,${HEIGHT - MARGIN.bottom})`)
    .call(axisBottom(x).ticks(Math.max(2, Math.floor(width / 110))));
  svg.append('line').attr('class', 'now').attr('x1', MARGIN.left).attr('x2', width - MARGIN.right).attr('y1', y(0)).attr('y2', y(0));

  days.forEach((day, at) => {
    const left = x(dates[at] ?? first);
    const mark = svg.append('g').attr('class', 'mark').on('click', () => reveal(`day-${day.day}`));
    mark.append('title').text(`${day.day}: ${day.begin} begin, ${day.end} have ended. ${day.why}`);
    mark.append('rect').attr('class', 'hit').attr('x', left - 5).attr('width', 10).attr('y', MARGIN.top)
      .attr('height', HEIGHT - MARGIN.top - MARGIN.bottom);
    if (day.begin > 0) mark.append('line').attr('class', 'begin').attr('x1', left).attr('x2', left).attr('y1', y(0)).attr('y2', y(day.begin));
    if (day.end > 0) mark.append('line').attr('class', 'end').attr('x1', left).attr('x2', left).attr('y1', y(0)).attr('y2', y(-day.end));
    mark.append('circle').attr('class', day.begin > 0 ? 'begin' : day.end > 0 ? 'end' : 'change').attr('cx', left)
      .attr('cy', y(day.begin > 0 ? day.begin : -day.end)).attr('r', day.begin + day.end > 0 ? 3.5 : 2.5);
  });
}
