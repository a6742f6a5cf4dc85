// The lock file must install from any registry: no address may stand in it, and every optional package (the binaries
// of other platforms) must have its entry, or `npm ci` fails on the machine that needs it.
import { readFileSync } from "node:fs";

let faults = 0;
for (const file of ["package-lock.json", "codegen/package-lock.json", "../docs/clients/package-lock.json"]) {
  const packages = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), "utf8")).packages;
  for (const [path, entry] of Object.entries(packages)) {
    if (entry.resolved) {
      process.stderr.write(`${file}: ${path} has "resolved"\n`);
      faults++;
    }
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`]) {
        process.stderr.write(`${file}: ${path} wants ${name}, which has no entry\n`);
        faults++;
      }
    }
  }
}
process.exit(faults ? 1 : 0);
