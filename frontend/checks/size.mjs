// Fails when what a first visit must load (a start and all it imports statically) outgrows its budget: the dashboard, and the
// page of a person who is asked for consent, who may have an old phone and a slow line. --all tells every part.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../../backend/muster/dashboard/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const gzipped = (file) => gzipSync(readFileSync(new URL(file, dist))).length / 1024;
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);

function closure(keys, found = new Set()) {
  for (const key of keys) {
    if (found.has(key)) continue;
    found.add(key);
    closure(manifest[key].imports ?? [], found);
  }
  return found;
}

function weigh(keys, withStyle) {
  const files = new Set();
  for (const key of keys) {
    files.add(manifest[key].file);
    if (withStyle) for (const file of manifest[key].css ?? []) files.add(file);
  }
  return [...files].reduce((sum, file) => sum + gzipped(file), 0);
}

const main = closure([entry, "src/start.tsx"]);
const consent = closure([entry, "src/consent/start.ts"]);
for (const [key, chunk] of process.argv.includes("--all") ? Object.entries(manifest) : []) {
  if (!chunk.file.endsWith(".js")) continue;
  const use = main.has(key) ? "main   " : consent.has(key) ? "consent" : "later  ";
  process.stdout.write(`${use} ${gzipped(chunk.file).toFixed(1).padStart(7)} kB gz  ${chunk.file}\n`);
}
let isTooMuch = false;
for (const [name, weight, budget] of [
  ["main bundle", weigh(main, false), 200],
  ["consent page, style included", weigh(consent, true), 60],
]) {
  process.stdout.write(`${name}: ${weight.toFixed(1)} kB gz of ${budget}\n`);
  isTooMuch ||= weight > budget;
}
process.exit(isTooMuch ? 1 : 0);
