// The page of many deals in a real browser: `dealcheck portfolio --format html`.

import assert from 'node:assert/strict';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  folder, make_page, start_browser, stop_browser, test_barriers, test_every_width, with_page, write_deal,
} from './browser.mjs';

const attacks = ['<script>alert(1)</script>', 'javascript:alert(1)', '" onload="alert(1)',
                 "' onmouseover='alert(1)", '</script><script>alert(1)</script>',
                 '<img src=https://example.org/x onerror=alert(1)>', 'W'.repeat(300)];

const open_to_us = ['behaviours:', '  - {questions: many, date: 2026-03-16, by: head}',
                    '  - {time_given: long, date: 2026-03-16, by: head}',
                    '  - {scope: wide, date: 2026-03-16, by: head}',
                    'executive_access: [{date: 2026-03-18, who: head, outcome: brought}]',
                    'contacts: [{id: head, name: Dr Blum, roles: [user], met: [2026-03-16]}]'];
const filler = ['objections: [{date: 2026-03-12, by: x, topic: Oracle, can_meet: no}]',
                'contacts: [{id: x, name: X, roles: [technical], support: -4, met: [2026-03-12]},',
                '  {id: z, name: Z, roles: [economic], met: none}]',
                'price_talks: [{date: 2026-03-10, by: x, tied_to: none}]',
                'executive_access: [{date: 2026-03-15, who: z, raised_by: us, outcome: too_busy}]',
                'commitments: [{date: 2026-03-12, by: x, said: praise}]'];
const dormant = ['project: {initiated: no, budget: unsecured, inside_owner: none, put_off: frozen}'];

// name, stage, amount, owner, order expected, the rest
const known_deals = [
  ['Large', 'early', '5M EUR', 'mk', '2026-09-30', open_to_us],
  ['Small', 'early', '20k EUR', 'mk', '2026-06-30', open_to_us],
  ['Yuan', 'early', '900万', 'Zoe', '2026-04-30', open_to_us],
  ['Filler', 'late', '300k EUR', 'Zoe', '', filler],
  ['Asleep', 'mid', '', 'Ann', '', dormant],
  ['Blank', 'early', '', '', '', []],
];

function write_deals(name, deals) {
  mkdirSync(join(folder, name));
  deals.forEach(([title, stage, amount, owner, closes, rest], i) => {
    const text = (key, value) => (value ? [`${key}: ${JSON.stringify(value)}`] : []);
    write_deal(join(name, `d${i}.yaml`), [
      ...text('name', title), ...text('amount', amount), ...text('owner', owner), `stage: ${stage}`,
      'as_of: 2026-03-20', ...(closes ? [`objective: {when: ${closes}}`] : []), ...rest, ''].join('\n'));
  });
  return join(folder, name);
}

const page_of = (name, deals, ...more) =>
  make_page(name, 'portfolio', '--no-settings', '--format', 'html', ...more, deals);

let known;
let hostile;
before(async () => {
  await start_browser();
  const deals = write_deals('known', known_deals);
  known = { en: page_of('all-en', deals), zh: page_of('all-zh', deals, '--lang', 'zh') };
  hostile = page_of('all-hostile', write_deals('hostile', attacks.map((attack) =>
    [attack, 'early', '900000M EUR', attack, '', open_to_us])));
});
after(stop_browser);

const names = (page) => page.locator('.deals tbody tr:visible th strong').allTextContents();
const heads = (page) => page.locator('.deals thead th');

test_every_width('all deals: ', () => [known.en, known.zh, hostile]);
test_barriers('all deals: ', (language) => known[language], [360, 1400]);

test('all deals: a mark for each, by standing, amount, evidence and decision', async () => {
  await with_page(known.en, {}, async (page) => {
    const marks = await page.$$eval('#dots-wide .deal', (all) => all.map((one) => {
      const box = one.querySelector('.call').getBoundingClientRect();
      return { text: one.querySelector('title').textContent, x: box.x + box.width / 2, y: box.y + box.height / 2,
               width: box.width, call: one.querySelector('.call').classList[1] };
    }));
    assert.equal(marks.length, 6);
    const at = (name) => marks.find((one) => one.text.includes(name));
    const columns = await page.$$eval('#dots-wide .column', (all) => all.map((one) => {
      const { left, right } = one.getBoundingClientRect();
      return { left, right };
    }));
    assert.equal(columns.length, 6);
    const column_of = (name) => columns.findIndex((one) => at(name).x > one.left && at(name).x < one.right);
    assert.deepEqual(['Asleep', 'Blank', 'Filler', 'Large', 'Small'].map(column_of), [0, 1, 2, 5, 5]);
    assert.ok(at('Large').y < at('Filler').y && at('Filler').y < at('Small').y, 'more money is further up');
    assert.ok(at('Yuan').y > at('Small').y, 'another currency has its own field below');
    assert.ok(at('Large').width > at('Blank').width, 'more evidence, larger mark');
    assert.equal(at('Large').call, 'push');
    assert.equal(at('Filler').call, 'drop');
    assert.equal(at('Asleep').call, 'wait');
  });
});

test('all deals: the funnel has a bar for each layer, as wide as it has deals', async () => {
  await with_page(known.en, {}, async (page) => {
    const rows = await page.$$eval('.funnel tbody tr', (all) => all.map((row) => ({
      deals: Number(row.querySelector('.number').textContent),
      width: row.querySelector('.layer')?.getBoundingClientRect().width ?? 0,
    })));
    assert.equal(rows.reduce((sum, row) => sum + row.deals, 0), 6);
    const unit = Math.max(...rows.map((row) => row.width)) / Math.max(...rows.map((row) => row.deals));
    for (const row of rows) assert.ok(Math.abs(row.width - row.deals * unit) < 1);
  });
});

test('all deals: decisions differ in shape, and every mark has a legend', async () => {
  await with_page(known.en, {}, async (page) => {
    const shapes = await page.$$eval('.dots .legend .call', (all) =>
      all.map((one) => one.tagName + (one.getAttribute('d') ?? '').replace(/[^ML]/g, '')));
    assert.equal(new Set(shapes).size, 4);
    for (const id of ['dots-wide-title', 'dots-wide-desc']) {
      assert.notEqual(await page.locator(`#${id}`).textContent(), '');
    }
    assert.ok(await page.locator('section:has(.funnel) .legend li').count() >= 2);
    assert.equal(await page.locator('section:has(.load) .legend li').count(), 3);
  });
});

test('all deals: a click sorts, another one turns round, and the state is told', async () => {
  await with_page(known.en, {}, async (page) => {
    const in_review = await names(page);
    const deal = heads(page).nth(1);
    await deal.getByRole('button').click();
    assert.deepEqual(await names(page), ['Asleep', 'Blank', 'Filler', 'Large', 'Small', 'Yuan']);
    assert.equal(await deal.getAttribute('aria-sort'), 'ascending');
    await deal.getByRole('button').click();
    assert.deepEqual(await names(page), ['Yuan', 'Small', 'Large', 'Filler', 'Blank', 'Asleep']);
    assert.equal(await deal.getAttribute('aria-sort'), 'descending');
    await heads(page).nth(0).getByRole('button').click();
    assert.deepEqual(await names(page), in_review);
    assert.equal(await page.locator('[aria-sort]').count(), 1);
  });
});

test('all deals: amounts sort by number within their currency, what is not known stands last', async () => {
  await with_page(known.en, {}, async (page) => {
    const amount = heads(page).nth(7).getByRole('button');
    await amount.click();
    assert.deepEqual((await names(page)).slice(0, 4), ['Large', 'Filler', 'Small', 'Yuan']);
    await amount.click();
    assert.deepEqual((await names(page)).slice(0, 4), ['Small', 'Filler', 'Large', 'Yuan']);
    await heads(page).nth(8).getByRole('button').click();
    assert.deepEqual((await names(page)).slice(0, 3), ['Yuan', 'Small', 'Large']);
  });
});

test('all deals: the keyboard alone finds, chooses, sorts and resets', async () => {
  await with_page(known.en, {}, async (page) => {
    await page.locator('.filters input').focus();
    await page.keyboard.type('zOE');
    assert.deepEqual((await names(page)).sort(), ['Filler', 'Yuan']);
    assert.equal(await page.locator('[role=status]').textContent(), '2 of 6 deals shown');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('End'); // the last choice of what to do: drop
    assert.deepEqual(await names(page), ['Filler']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // show all
    assert.equal((await names(page)).length, 6);
    for (let i = 0; i < 7; i += 1) await page.keyboard.press('Tab');
    const { outline, text } = await page.evaluate(() => ({
      outline: getComputedStyle(document.activeElement).outlineStyle, text: document.activeElement.textContent }));
    assert.notEqual(outline, 'none');
    assert.equal(text, 'deal');
    await page.keyboard.press('Space');
    assert.equal((await names(page))[0], 'Asleep');
  });
});

test('all deals: filters by seller, stage, standing and decision narrow one another', async () => {
  await with_page(known.en, {}, async (page) => {
    const [owner, stage, standing] = await page.locator('.filters select').all();
    await owner.selectOption('mk');
    assert.deepEqual((await names(page)).sort(), ['Large', 'Small']);
    await owner.selectOption('nobody');
    assert.deepEqual(await names(page), ['Blank']);
    await owner.selectOption('Zoe');
    await stage.selectOption({ label: 'late' });
    assert.deepEqual(await names(page), ['Filler']);
    await standing.selectOption({ label: 'first choice' });
    assert.deepEqual(await names(page), []);
    assert.equal(await page.locator('[role=status]').textContent(), '0 of 6 deals shown');
  });
});

test('all deals: narrow screens can sort and filter too', async () => {
  await with_page(known.zh, { width: 360 }, async (page) => {
    assert.equal(await page.locator('#dots-narrow').isVisible(), true);
    assert.equal(await page.locator('#dots-wide').isVisible(), false);
    await heads(page).nth(1).getByRole('button').click();
    assert.equal((await names(page))[0], 'Asleep');
    await page.locator('.filters input').fill('yuan');
    assert.deepEqual(await names(page), ['Yuan']);
  });
});

test('all deals: hostile names are text and do nothing', async () => {
  await with_page(hostile, {}, async (page) => {
    assert.deepEqual((await names(page)).sort(), [...attacks].sort());
    for (const button of await heads(page).getByRole('button').all()) await button.click();
    const owner = page.locator('.filters select').first();
    for (const attack of attacks) {
      await owner.selectOption(attack);
      assert.deepEqual(await names(page), [attack]);
    }
    for (const mark of await page.locator('#dots-wide .deal').all()) await mark.hover({ force: true });
    assert.equal(await page.locator('script').count(), 1);
    assert.equal(await page.locator('img, [onload], [onmouseover], [onerror], [style]').count(), 0);
    assert.deepEqual(page.complaints, []);
  });
});

test('all deals: without its script the page says the same and offers nothing that does not work', async () => {
  await with_page(known.en, { script: false }, async (page) => {
    assert.equal((await names(page)).length, 6);
    assert.equal(await page.locator('.filters').isVisible(), false);
    assert.equal(await page.locator('.deals button').count(), 0);
  });
});

test('all deals: on paper the head of the table repeats and the filters are gone', async () => {
  await with_page(known.en, { width: 690 }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.filters').isVisible(), false);
    const display = await page.$eval('.deals thead', (head) => getComputedStyle(head).display);
    assert.equal(display, 'table-header-group');
    assert.equal(await page.locator('#dots-wide').isVisible(), true);
  });
});

test('all deals: a page of six is small', () => {
  assert.ok(statSync(known.en).size < 100_000);
});
