// What mermaid makes of the Markdown of deals, and of the comparison of two: the drawing parses,
// shows the people whom the file names by these very names, and nothing else; the Markdown around it
// holds no markup that a file brought along.
// usage: check.mjs DEALCHECK FOLDER DEAL...

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { lexer, walkTokens } from 'marked';
import { hostileDeals } from './hostile.mjs';

const [dealcheck, folder, ...examples] = process.argv.slice(2);
const kMostPeople = 60;
const kLongestName = 40;
const kClasses = ['backing', 'neutral', 'opposed', 'disputed', 'unclear', 'unmet', 'us'];
const kOwnHtml = /^(<!-- -->|<br>)$/;

globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });

function run(...words) {
  const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  return execFileSync(dealcheck, [...words, '--no-settings'], options);
}

function expect(holds, what) {
  if (!holds) throw new Error(what);
}

/// Entities as mermaid writes them down while it works.
function decoded(label) {
  return label.replace(/\ufb02\u00b0\u00b0(\d+)\u00b6\u00df/g, (_, code) =>
    String.fromCodePoint(Number(code)));
}

async function checkDrawing(text, contacts) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nodes = [...db.getVertices().values()];
  const people = nodes.filter((node) => !node.classes.includes('us'));
  const drawn = Math.min(contacts.length, kMostPeople);
  expect(people.length === drawn, `${people.length} people instead of ${drawn}`);
  expect(nodes.length - people.length <= 1, 'we are drawn more than once');
  people.forEach((node, i) => {
    const name = decoded(node.text).split('<br>')[0].trim();
    const wanted = (contacts[i].name ?? contacts[i].id).trim();
    const exact = wanted.length < kLongestName && !/[\p{C}\n]|^$|<br>/u.test(wanted);
    expect(!exact || name === wanted, `'${name}' instead of '${wanted}'`);
  });
  for (const node of nodes) {
    expect(!node.link && !node.haveCallback, `${node.id} can be clicked`);
    expect(node.classes.every((one) => kClasses.includes(one)), `classes ${node.classes}`);
    expect(node.styles.length === 0, `${node.id} has a style of its own`);
  }
  expect(db.getSubGraphs().length === 0, 'there is a group');
  expect(db.getEdges().every((edge) => edge.text), 'a line says nothing');
}

async function checkPage(markdown, contacts) {
  const drawings = [];
  walkTokens(lexer(markdown, { gfm: true }), (token) => {
    if (token.type === 'code') drawings.push(token);
    expect(!['link', 'image', 'del', 'codespan'].includes(token.type), `${token.type}: ${token.raw}`);
    expect(token.type !== 'html' || kOwnHtml.test(token.raw.trim()), `HTML: ${token.raw}`);
    if (token.type !== 'table') return;
    for (const row of token.rows) {
      expect(row.length === token.header.length, `a torn table: ${token.raw}`);
    }
  });
  const wanted = contacts.length > 0 ? 1 : 0;
  expect(drawings.length === wanted, `${drawings.length} blocks of code instead of ${wanted}`);
  for (const drawing of drawings) {
    expect(drawing.lang === 'mermaid', `a block of ${drawing.lang}`);
    await checkDrawing(drawing.text, contacts);
  }
}

let passed = 0;
let failed = 0;
async function check(name, words, contacts) {
  try {
    await checkPage(run(...words, '--format', 'markdown'), contacts);
    ++passed;
  } catch (error) {
    ++failed;
    console.log(`FAILED ${name}: ${error.message}`);
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const hostile = hostileDeals().map((deal, i) => {
  const path = join(folder, `hostile-${i}.yaml`);
  writeFileSync(path, deal);
  return path;
});
const nobody = join(folder, 'nobody.yaml');
writeFileSync(nobody, 'stage: early\n');

for (const deal of [...examples, ...hostile, nobody]) {
  const { contacts } = JSON.parse(run('assess', '--format', 'json', deal));
  for (const language of ['en', 'zh']) {
    await check(`assess ${deal} ${language}`, ['assess', '--lang', language, deal], contacts);
    await check(`diff ${deal} ${language}`, ['diff', '--lang', language, nobody, deal], contacts);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
