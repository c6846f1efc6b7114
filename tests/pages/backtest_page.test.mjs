// The page of deals that are over in a real browser: `dealcheck backtest --format html`.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  folder, make_page, start_browser, stop_browser, test_barriers, test_every_width, with_page, write_deal,
} from './browser.mjs';

const hostile_text = `</script><script>alert(1)</script>" onload="alert(1)${'W'.repeat(300)}`;

// Deals that a sign of the customer tells apart, but for one in ten.
function write_deals(name, text) {
  mkdirSync(join(folder, name));
  for (let i = 0; i < 60; ++i) {
    const chosen = i % 2 === 0;
    const won = chosen !== (i % 10 === 0);
    write_deal(join(name, `d${i}.yaml`), [
      'stage: late', 'feeling: great', ...(text ? [`name: ${JSON.stringify(`${text} ${i}`)}`] : []),
      chosen ? 'behaviours: [{explicit_choice: yes, date: 2026-02-20, by: cfo}]'
             : 'objections: [{topic: Oracle, can_meet: no, date: 2026-02-20}]',
      'contacts: [{id: cfo, name: R. Stein, roles: [economic], met: [2026-02-20]}]',
      `outcome: {result: ${won ? 'won' : 'lost'}, date: 2026-03-02, reason: ${JSON.stringify(text || 'price')}}`,
      ''].join('\n'));
  }
  return join(folder, name);
}

const page_of = (name, deals, ...more) =>
  make_page(name, 'backtest', '--no-settings', '--format', 'html', ...more, deals);

let known;
let hostile;
before(async () => {
  await start_browser();
  const deals = write_deals('over', '');
  known = { en: page_of('over-en', deals), zh: page_of('over-zh', deals, '--lang', 'zh') };
  hostile = page_of('over-hostile', write_deals('over-hostile', hostile_text));
});
after(stop_browser);

test_every_width('deals that are over: ', () => [known.en, known.zh, hostile]);
test_barriers('deals that are over: ', (language) => known[language], [360, 1400]);

test('deals that are over: a dot for each group of deals, on its own span, higher where more were won', async () => {
  await with_page(known.en, {}, async (page) => {
    const groups = await page.$$eval('svg.wide .range', (all) => all.map((one) => {
      const span = one.getBoundingClientRect();
      const dot = one.parentElement.querySelector('circle').getBoundingClientRect();
      return { text: one.parentElement.querySelector('title').textContent, top: span.top, bottom: span.bottom,
               x: dot.x + dot.width / 2, y: dot.y + dot.height / 2 };
    }));
    assert.equal(groups.length, 2);
    assert.match(groups[0].text, /6 of 30|0 of 30/);
    for (const group of groups) assert.ok(group.y >= group.top && group.y <= group.bottom);
    assert.ok(groups[1].x > groups[0].x && groups[1].y < groups[0].y);
  });
});
