// A page made by the real program, opened from disk in a real browser. Whatever the page complains
// about or asks for over the network is kept.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const program = process.env.DEALCHECK;
export const top = process.env.TOP; // the top folder of the sources
export const folder = mkdtempSync(join(tmpdir(), 'dealcheck-pages-'));

/** Runs the program and returns what it wrote to standard output, as a file in a folder of its own. */
export function make_page(name, ...args) {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, execFileSync(program, args, { maxBuffer: 64e6 }));
  return file;
}

/** A deal written by a test, as a file. */
export function write_deal(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

let browser;
export async function start_browser() {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'], // the tests may run as root
  });
}
export async function stop_browser() {
  await browser.close();
}

/** Opens a file and hands the page, with its `complaints`, to `use`; closes it after that. */
export async function with_page(file, options, use) {
  const { width = 1400, height = 900, dark = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    bypassCSP: options.bypass_csp ?? false,
    javaScriptEnabled: options.script ?? true,
  });
  const page = await context.newPage();
  page.complaints = [];
  const address = pathToFileURL(file).href;
  page.on('console', (message) => page.complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    page.complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (url !== address && !url.startsWith('data:')) page.complaints.push(`request: ${url}`);
  });
  try {
    await page.goto(address);
    await use(page);
  } finally {
    await context.close();
  }
}

/** What axe finds wrong with a page: contrast, names, structure. Needs `bypass_csp`. */
export async function find_barriers(page) {
  await page.addScriptTag({ content: axe });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`));
}

/** How far a page can be pushed sideways, in pixels. */
export function sideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** A colour of the style sheet, `--name`, as red, green and blue from 0 to 255. */
export function colour_of(page, name) {
  return page.evaluate((variable) => {
    const text = getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
    return [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
  }, `--${name}`);
}

/** The contrast ratio of two colours, as the WCAG define it. */
export function contrast(a, b) {
  const luminance = (colour) => colour.map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, i) => sum + one * [0.2126, 0.7152, 0.0722][i], 0);
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Tests that pages have nothing to complain about, ask for nothing, and need no pushing sideways.
 * `files()` names them once they are made; `what` begins the names of the tests.
 */
export function test_every_width(what, files) {
  for (const width of [360, 800, 1400]) {
    for (const dark of [false, true]) {
      test(`${what}no complaint, no request, nothing to push sideways: ${width} ${dark ? 'dark' : 'light'}`, async () => {
        for (const file of files()) {
          await with_page(file, { width, dark }, async (page) => {
            assert.equal(await sideways(page), 0);
            assert.deepEqual(page.complaints, []);
          });
        }
      });
    }
  }
}

/** Tests that nobody is kept from reading the pages, which `file(language)` names, at some widths. */
export function test_barriers(what, file, widths) {
  for (const language of ['en', 'zh']) {
    for (const dark of [false, true]) {
      test(`${what}contrast, names and structure: ${language} ${dark ? 'dark' : 'light'}`, async () => {
        for (const width of widths) {
          await with_page(file(language), { width, dark, bypass_csp: true }, async (page) => {
            assert.deepEqual(await find_barriers(page), []);
          });
        }
      });
    }
  }
}
