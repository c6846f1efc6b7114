// The page of a deal in a real browser: `dealcheck assess --format html`.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import {
  colour_of, contrast, make_page, start_browser, stop_browser, test_barriers, test_every_width, top,
  with_page, write_deal,
} from './browser.mjs';

const known_deal = join(top, 'examples/st-anna.yaml');
const page_of = (name, deal, ...more) =>
  make_page(name, 'assess', '--no-settings', '--format', 'html', ...more, deal);

let known;
let hostile;

const attacks = ['<script>alert(1)</script>', 'javascript:alert(1)', '" onload="alert(1)',
                 "' onmouseover='alert(1)", '</style><script>alert(1)</script>',
                 '<img src=https://example.org/x onerror=alert(1)>'];

function hostile_deal() {
  const contacts = attacks.map((attack, i) =>
    `  - {id: p${i}, name: ${JSON.stringify(attack)}, title: ${JSON.stringify(attack)}, ` +
    `roles: [user], influence: high, support: ${i - 2}, met: 2026-03-02, reports_to: p0, trusts: p1}`);
  return ['stage: late', 'as_of: 2026-03-20', `name: ${JSON.stringify(attacks[0])}`,
          `account: ${JSON.stringify(attacks[4])}`, 'contacts:', ...contacts,
          'objections:', `  - {date: 2026-03-12, by: p0, topic: ${JSON.stringify(attacks[5])}, can_meet: no}`,
          ''].join('\n');
}

before(async () => {
  await start_browser();
  known = { en: page_of('known-en', known_deal), zh: page_of('known-zh', known_deal, '--lang', 'zh') };
  hostile = page_of('hostile', write_deal('hostile.yaml', hostile_deal()));
});
after(stop_browser);

/** Middles of what a selector finds, by what stands in it. */
function middles(page, selector) {
  return page.$$eval(selector, (found) => found.map((one) => {
    const box = one.getBoundingClientRect();
    return { text: one.textContent, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }));
}

test_every_width('', () => [known.en, known.zh, hostile]);
test_barriers('', (language) => known[language], [1400]);

for (const dark of [false, true]) {
  test(`contrast in drawings: ${dark ? 'dark' : 'light'}`, async () => {
    await with_page(known.en, { dark }, async (page) => {
      const grounds = ['paper', 'sheet', 'good-soft', 'mixed-soft', 'bad-soft', 'accent-soft'];
      const weak = [];
      const check = async (names, least) => {
        for (const name of names) {
          for (const ground of grounds) {
            const ratio = contrast(await colour_of(page, name), await colour_of(page, ground));
            if (ratio < least) weak.push(`${name} on ${ground}: ${ratio.toFixed(2)}`);
          }
        }
      };
      await check(['ink', 'faint'], 4.5); // letters
      await check(['good', 'mixed', 'bad', 'accent'], 3); // marks and lines
      assert.deepEqual(weak, []);
    });
  });
}

test('a page is small enough to mail', () => {
  assert.ok(statSync(known.en).size < 300_000);
});

test('the scale: the standing is marked in its own field, the range spans it', async () => {
  await with_page(known.en, {}, async (page) => {
    const ranks = await page.$$eval('#scale-wide .rank', (all) => all.map((one) => {
      const { left, right } = one.getBoundingClientRect();
      return { left, right };
    }));
    assert.equal(ranks.length, 4);
    const [here] = await middles(page, '#scale-wide .here');
    assert.ok(here.x > ranks[1].left && here.x < ranks[1].right, 'backup is the second');
    const [range] = await middles(page, '#scale-wide .range');
    assert.ok(range.x > ranks[1].left && range.x < ranks[1].right);
  });
});

test('the gauge: a part for each question, clockwise from the top', async () => {
  await with_page(known.en, {}, async (page) => {
    const parts = await middles(page, '#gauge .answer .part');
    assert.equal(parts.length, 5);
    const [ring] = await middles(page, '#gauge');
    assert.ok(parts[0].x > ring.x && parts[0].y < ring.y, 'the first is at the upper right');
    assert.ok(parts[4].x < ring.x && parts[4].y < ring.y, 'the last is at the upper left');
    assert.equal(await page.locator('#gauge .fill-bad').count(), 3);
    assert.equal(await page.locator('#gauge .fill-good').count(), 1);
  });
});

test('the waterfall: a bar for each finding with points, each beginning where the last one ended', async () => {
  await with_page(known.en, {}, async (page) => {
    const bars = await page.$$eval('.waterfall .gained, .waterfall .lost', (all) => all.map((one) => {
      const { left, right } = one.getBoundingClientRect();
      const gained = one.classList.contains('gained');
      return { from: gained ? left : right, to: gained ? right : left };
    }));
    assert.equal(bars.length, 13);
    for (let i = 1; i < bars.length; i += 1) assert.ok(Math.abs(bars[i].from - bars[i - 1].to) < 1, `bar ${i}`);
    assert.equal(await page.locator('.waterfall .sum rect.sum').count(), 1);
    const points = await page.locator('.waterfall tbody td.number').allTextContents();
    const sum = points.map((one) => Number(one.replace('−', '-'))).reduce((a, b, i) =>
      (i === points.length - 1 ? a - b : a + b), 0);
    assert.equal(sum, 0, 'the last row is the sum of those above');
  });
});

test('the map: a mark for each person, where support and influence put it, and the recommended way', async () => {
  await with_page(known.en, {}, async (page) => {
    const people = await middles(page, '#people-wide .contact');
    assert.equal(people.length, 4);
    const at = (name) => people.find((one) => one.text.includes(name));
    assert.ok(at('Dr. Weiss').x > at('H. Lang').x, 'more support is further right');
    assert.ok(at('Dr. Weiss').y < at('H. Lang').y, 'more influence is further up');
    assert.ok(at('R. Stein').x < at('H. Lang').x, 'support not said is on the far left');
    assert.equal(await page.locator('#people-wide .tie-reports').count(), 1);
    assert.equal(await page.locator('#people-wide .tie-trusts').count(), 1);
    assert.equal(await page.locator('#people-wide .tie-lever').count(), 1);
    assert.equal(await page.locator('#people-wide .contact .unmet').count(), 1);
    const [aim] = await middles(page, '#people-wide .aim');
    assert.ok(Math.abs(aim.x - at('H. Lang').x) < 20, 'the first step is aimed at who objects');
  });
});

test('the timeline: nine dated events from left to right, the stages behind', async () => {
  await with_page(known.en, {}, async (page) => {
    const events = await middles(page, '#time-wide .event');
    assert.equal(events.length, 9);
    for (let i = 1; i < events.length; i += 1) assert.ok(events[i].x >= events[i - 1].x - 1, `event ${i}`);
    assert.equal(await page.locator('#time-wide .stage').count(), 3);
    assert.equal(await page.locator('.events li').count(), 9);
  });
});

test('every drawing has a legend, a name and a description', async () => {
  await with_page(known.en, {}, async (page) => {
    for (const id of ['scale-wide', 'gauge', 'people-wide', 'time-wide']) {
      for (const part of ['title', 'desc']) {
        assert.notEqual(await page.locator(`#${id}-${part}`).textContent(), '');
      }
    }
    for (const section of ['.scale', 'section:has(#gauge)', 'section:has(.waterfall)', 'section:has(.pair)',
                           '.map', '.time']) {
      assert.ok(await page.locator(`${section} .legend li`).count() >= 2, section);
    }
  });
});

test('readings differ in shape, not in colour alone', async () => {
  await with_page(known.en, {}, async (page) => {
    const shapes = await page.$$eval('section:has(#gauge) > .legend svg', (all) =>
      all.map((one) => one.firstElementChild.tagName + one.firstElementChild.getAttribute('class')));
    assert.equal(new Set(shapes).size, 4);
    assert.deepEqual(shapes.map((one) => one.split('fill')[0]), ['circle', 'path', 'rect', 'circle']);
  });
});

test('evidence shows on hover and on focus, inside the page, and is there as a footnote', async () => {
  for (const width of [360, 1400]) {
    await with_page(known.en, { width }, async (page) => {
      const refs = page.locator('section:has(#gauge) .refs').first();
      const tip = refs.locator('.tip');
      assert.equal(await tip.isVisible(), false);
      await refs.locator('a').first().hover();
      assert.equal(await tip.isVisible(), true);
      assert.match(await tip.textContent(), /st-anna\.yaml:32/);
      const box = await tip.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= width);
      await page.mouse.move(0, 0);
      assert.equal(await tip.isVisible(), false);
      await refs.locator('a').first().focus();
      assert.equal(await tip.isVisible(), true);
      await page.keyboard.press('Enter');
      const [note] = /#e\d+$/.exec(page.url());
      assert.match(await page.locator(note).textContent(), /^st-anna\.yaml:32 /);
    });
  }
});

test('the keyboard reaches all evidence and opens what is folded', async () => {
  await with_page(known.en, {}, async (page) => {
    const reached = new Set();
    const wanted = await page.locator('main a:visible, main summary:visible').count();
    for (let i = 0; i < wanted; i += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => {
        document.activeElement.dataset.seen = document.activeElement.dataset.seen ?? `${Math.random()}`;
        const { outlineStyle } = getComputedStyle(document.activeElement);
        return outlineStyle === 'none' ? 'no outline' : document.activeElement.dataset.seen;
      }));
    }
    assert.ok(!reached.has('no outline'));
    assert.equal(reached.size, wanted);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('details .steps li').first().isVisible(), true);
  });
});

test('narrow screens get the drawings made for them, and only those', async () => {
  await with_page(known.en, { width: 360 }, async (page) => {
    for (const id of ['scale', 'people', 'time']) {
      assert.equal(await page.locator(`#${id}-wide`).isVisible(), false);
      assert.equal(await page.locator(`#${id}-narrow`).isVisible(), true);
    }
    const small = await page.$$eval('svg:not(.mark) text', (all) => all.filter((one) => {
      const box = one.getBoundingClientRect();
      return box.height > 0 && box.height < 9;
    }).length);
    assert.equal(small, 0, 'no letters too small to read');
  });
});

test('names in the map do not stand on one another', async () => {
  for (const width of [360, 1400]) {
    await with_page(hostile, { width }, async (page) => {
      const boxes = await page.$$eval('.map svg .contact text', (all) => all.map((one) => {
        const { left, right, top: upper, bottom } = one.getBoundingClientRect();
        return { left, right, upper, bottom };
      }).filter((one) => one.right > one.left));
      assert.equal(boxes.length, 6);
      for (let i = 0; i < boxes.length; i += 1) {
        for (let j = 0; j < i; j += 1) {
          const [a, b] = [boxes[i], boxes[j]];
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.upper || b.bottom <= a.upper;
          assert.ok(apart, `${i} and ${j} at ${width}`);
        }
      }
    });
  }
});

test('hostile names are text and do nothing', async () => {
  await with_page(hostile, {}, async (page) => {
    assert.ok((await page.title()).endsWith(` · ${attacks[0]}`));
    assert.equal(await page.locator('h1').textContent(), attacks[0]);
    for (const attack of attacks) {
      assert.ok(await page.getByRole('rowheader', { name: attack }).count() > 0, attack);
    }
    assert.equal(await page.locator('script, img, [onload], [onmouseover], [onerror], [style]').count(), 0);
    for (const mark of await page.locator('#people-wide .contact').all()) await mark.hover({ force: true });
    assert.deepEqual(page.complaints, []);
  });
});

test('the policy of the page stops what is not named in it', async () => {
  await with_page(known.en, {}, async (page) => {
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.body.append(script);
    });
    assert.notEqual(await page.title(), 'run');
    assert.match(page.complaints.join('\n'), /Content Security Policy/);
  });
});

test('on paper everything folded is open, and evidence stands at the end', async () => {
  await with_page(known.en, { width: 690 }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('details .steps li').first().isVisible(), true);
    assert.equal(await page.locator('.notes li').first().isVisible(), true);
    assert.equal(await page.locator('#people-wide').isVisible(), true);
    assert.equal(await page.locator('.tip:visible').count(), 0);
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    assert.ok(paper.length > 10_000);
  });
});
