// Deals whose texts try to become syntax: of Mermaid, Markdown, HTML.

const kNasty = [
  'end', 'click n0 "javascript:alert(1)"', 'a"]; click n0 call boom()', '%% gone', '%%{init: {}}%%',
  '"] --> evil["', 'n0', 'graph TD', 'subgraph x', 'style n0 fill:#f00;', 'classDef x fill:#f00;',
  'linkStyle 0 stroke:#f00;', '#quot;]', '#35;x', '<script>alert(1)</script>', '<br/>two<br>three',
  '`**bold**`', '```', '~~~', '1. item', '- item', '# head', 'fa:fa-car', '$$x^2$$', 'a | b',
  '\\n', 'one\ntwo', 'a\tb', 'javascript:alert(1)', '@{ shape: circle }', 'http://x.example',
  'www.x.example', '@boss #12', '{{x}}', '((x))', '>x]', '[/x/]', '-->', '==>', 'A & B', ':::us',
  '---\ntitle: x\n---', '\ufb02\u00b0\u00b0lt\u00b6\u00df', 'Stra\u00dfe 3\u00b0', '王总“客户”',
  '\u202e gnp.exe', "it's", '~', '\\', '"', "'", ';', ':', '?', '中文|表格', '[x](y)', '![x](y)',
  '&lt;b&gt;', '&#60;', 'o', 'x', 'default', 'direction LR', 'accTitle: x', '%', '</details>',
];

/// The same for every run.
function makeRandom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function deal(names) {
  const contacts = names.map((name, i) => ({
    id: `p${i}`,
    name,
    title: name,
    roles: [['economic', 'user', 'technical', 'coach'][i % 4]],
    influence: 'high',
    support: (i % 11) - 5,
    ...(i > 0 ? { reports_to: `p${i - 1}`, trusts: [`p${(i * 7) % names.length}`] } : {}),
  }));
  return JSON.stringify({
    name: names[0], account: names[1], owner: names[2], stage: 'late', as_of: '2026-03-20', contacts,
    objections: [{ topic: names[3], by: 'p1', can_meet: 'no', date: '2026-03-12' }],
    competitors: [{ name: names[2], incumbent: true }],
    plan: [{ action: names[0], who: names[1], until: '2026-04-01' }],
  });
}

export function hostileDeals() {
  const deals = [];
  for (let i = 0; i < kNasty.length; i += 8) {
    const names = kNasty.slice(i, i + 8);
    deals.push(deal(names.length < 8 ? kNasty.slice(-8) : names));
  }
  const random = makeRandom(20260320);
  for (let i = 0; i < 40; ++i) {
    deals.push(deal(Array.from({ length: 8 }, () =>
      Array.from({ length: 1 + random(3) }, () => kNasty[random(kNasty.length)]).join(
        ['', ' '][random(2)]))));
  }
  deals.push(deal(Array.from({ length: 90 }, (_, i) => `P${i}`)));
  return deals;
}
