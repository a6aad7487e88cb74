import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayProblem, daysIn, today } from '../../src/reading/days';
import { asOfLabel, stateLabel, viewpointLabel } from '../../src/reading/labels';

test('a day is one that the calendar has', () => {
  assert.equal(dayProblem('2024-02-29'), undefined);
  assert.equal(dayProblem('2025-02-29'), 'There is no day 2025-02-29.');
  assert.equal(dayProblem('2025-13-01'), 'There is no day 2025-13-01.');
  for (const text of ['', '1.2.2025', '2025-1-1', 'today', '2025-01-01T00:00']) {
    assert.match(dayProblem(text) ?? '', /YYYY-MM-DD/);
  }
});

test('today is the day of this machine, not of Greenwich', () => {
  assert.equal(today(new Date(2025, 0, 5, 23, 59)), '2025-01-05');
  assert.equal(today(new Date(2025, 11, 31, 0, 1)), '2025-12-31');
});

test('the days that texts name come once, latest first, without what is no day', () => {
  assert.deepEqual(daysIn(['from 2018-05-25 until 2027-01-01', 'on 2018-05-25, 2025-02-30, 12018-05-25, 2018-05-256']), ['2027-01-01', '2018-05-25']);
});

test('the status bar counts open conflicts and says when nothing runs', () => {
  assert.equal(stateLabel('ready', 0).text, '$(law) No conflicts');
  assert.equal(stateLabel('ready', 1).text, '$(law) 1 conflict');
  assert.equal(stateLabel('ready', 12).text, '$(law) 12 conflicts');
  assert.match(stateLabel('starting', 0).text, /starting/);
  assert.match(stateLabel('stopped', 3).text, /stopped/);
  assert.deepEqual([asOfLabel(''), asOfLabel('2025-01-01'), viewpointLabel(''), viewpointLabel('EU')], ['Any day', 'On 2025-01-01', 'All parties', 'EU']);
});
