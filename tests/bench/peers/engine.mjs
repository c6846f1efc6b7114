// The 40 checks with js-yaml and json-rules-engine.
// usage: engine.mjs FOLDER [WORKERS]    prints a line of JSON for each deal; no workers unless told

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { CORE_SCHEMA, load } from "js-yaml";
import { Engine } from "json-rules-engine";
import { CHECKS } from "./checks.mjs";

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

async function judgeAll(paths) {
  const engine = makeEngine();
  const lines = [];
  for (const path of paths) lines.push(await judge(engine, path));
  return lines;
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

async function share(paths, workers) {
  const size = Math.ceil(paths.length / workers);
  const shares = Array.from({ length: workers }, (_, i) => paths.slice(i * size, (i + 1) * size));
  return (await Promise.all(shares.map(start))).flat();
}

if (isMainThread) {
  const [folder, workers] = process.argv.slice(2);
  const paths = findDeals(folder);
  console.log((await (workers ? share(paths, Number(workers)) : judgeAll(paths))).join("\n"));
} else {
  parentPort.postMessage(await judgeAll(workerData));
}
