/**
 * A Vite plugin: replaces each graphql(`…`) by its own text with the fragments it needs, so that every page carries its own
 * documents as plain strings. The generated map would put all of them, twice, into the first bundle (35 kB gz).
 * The types still come from what codegen generated; urql takes strings as well.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const CALL = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const IMPORT = /import \{ graphql \} from "[^"]*\/generated";/g;
const FRAGMENT = /^\s*fragment\s+(\w+)\s/;
const SPREAD = /\.\.\.\s*(?!on\b)(\w+)/g;

const squeeze = (text) => text.replace(/\s+/g, " ").trim();

/** Every fragment of these sources, by name. */
export function fragmentsOf(sources) {
  const found = new Map();
  for (const source of sources) {
    for (const [, text] of source.matchAll(CALL)) {
      const name = FRAGMENT.exec(text)?.[1];
      if (name) found.set(name, squeeze(text));
    }
  }
  return found;
}

/** A document with the fragments it spreads, and theirs, each once. */
export function complete(text, fragments) {
  const parts = [squeeze(text)];
  const own = FRAGMENT.exec(text)?.[1];
  const included = new Set(own ? [own] : []);
  for (let i = 0; i < parts.length; i++) {
    for (const [, name] of parts[i].matchAll(SPREAD)) {
      if (included.has(name)) continue;
      const fragment = fragments.get(name);
      if (!fragment) throw new Error(`fragment ${name} is nowhere defined`);
      included.add(name);
      parts.push(fragment);
    }
  }
  return parts.join(" ");
}

function sourcesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "generated" ? [] : sourcesBelow(path);
    return /\.tsx?$/.test(name) ? [readFileSync(path, "utf8")] : [];
  });
}

export function inlineDocuments(folder) {
  let fragments = new Map();
  return {
    name: "inline-documents",
    enforce: "pre",
    buildStart() {
      fragments = fragmentsOf(sourcesBelow(folder));
    },
    transform(code, id) {
      if (!id.startsWith(folder) || id.includes("/generated/") || !code.includes("graphql(`")) return null;
      const inlined = code.replace(CALL, (_, text) => JSON.stringify(complete(text, fragments)));
      // Without the import the generated map is not even looked at; what it holds could not be shaken off.
      return { code: inlined.replace(IMPORT, ""), map: null };
    },
  };
}
