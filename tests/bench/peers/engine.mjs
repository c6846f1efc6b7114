// The 40 checks with js-yaml and json-rules-engine, on two cores.
// usage: engine.mjs FOLDER    prints a line of JSON for each deal

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { CORE_SCHEMA, load } from "js-yaml";
import { Engine } from "json-rules-engine";
import { CHECKS } from "./checks.mjs";

const WORKERS = 2;
const BANDS = [[17, "column-fodder"], [12, "backup"], [7, "contender"], [0, "first-choice"]];

function makeEngine() {
  const engine = new Engine();
  for (const [id, , , operator, value] of CHECKS) {
    engine.addRule({ conditions: { all: [{ fact: id, operator, value }] }, event: { type: id } });
  }
  return engine;
}

async function judge(engine, path) {
  const deal = load(readFileSync(path, "utf8"), { schema: CORE_SCHEMA });
  const facts = Object.fromEntries(CHECKS.map(([id, section, value]) => [id, value(deal[section])]));
  const { events } = await engine.run(facts);
  const seen = new Set(events.map((event) => event.type));
  const fired = CHECKS.map(([id]) => id).filter((id) => seen.has(id));
  const verdict = BANDS.find(([least]) => fired.length >= least)[1];
  return JSON.stringify({ deal: basename(path), verdict, fired });
}

async function work(paths) {
  const engine = makeEngine();
  const lines = [];
  for (const path of paths) lines.push(await judge(engine, path));
  parentPort.postMessage(lines);
}

function findDeals(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}

function start(paths) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: paths });
    worker.once("message", resolve).once("error", reject);
  });
}

if (isMainThread) {
  const paths = findDeals(process.argv[2]);
  const share = Math.ceil(paths.length / WORKERS);
  const shares = Array.from({ length: WORKERS }, (_, i) => paths.slice(i * share, (i + 1) * share));
  for (const lines of await Promise.all(shares.map(start))) console.log(lines.join("\n"));
} else {
  await work(workerData);
}
