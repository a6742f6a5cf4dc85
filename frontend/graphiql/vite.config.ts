/** GraphiQL, built beside the dashboard and after it: a bundle of its own, so that nobody who does not open /graphql loads it. */
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Its style sheet carries two families of fonts as data: addresses, which the pages' CSP refuses. The system's will do. */
const systemFonts: Plugin = {
  name: "system-fonts",
  enforce: "pre",
  transform(code, id) {
    return id.endsWith("graphiql/dist/style.css")
      ? { code: code.replace(/@font-face\s*\{[^}]*\}/g, ""), map: null }
      : null;
  },
};

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [systemFonts, react()],
  // The pages' CSP allows no inline style.
  resolve: { alias: { "react-style-singleton": `${import.meta.dirname}/noStyle.ts` } },
  build: {
    outDir: "../../backend/muster/dashboard",
    // The dashboard's own build has emptied it just before.
    emptyOutDir: false,
    rolldownOptions: {
      input: `${import.meta.dirname}/graphiql.html`,
      // A library's "use no memo" is for a compiler that does not run here.
      onLog: (level, log, handle) => (log.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : handle(level, log)),
    },
    target: "baseline-widely-available",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
