import optimizeLocales from "@react-aria/optimize-locales-plugin";
import tailwind from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { inlineDocuments } from "./checks/inlineDocuments.mjs";

const backend = process.env.MUSTER_BACKEND ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [
    inlineDocuments(`${import.meta.dirname}/src`),
    { ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" },
    react(),
    tailwind(),
  ],
  build: {
    // Into the Python package, so that the wheel carries the built dashboard.
    outDir: "../backend/muster/dashboard",
    emptyOutDir: true,
    target: "baseline-widely-available",
    // The pages' CSP allows no inline script: the polyfill and data: fonts would be one.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    manifest: true,
  },
  server: {
    port: 5173,
    proxy: {
      "/graphql": { target: backend, ws: true },
      "^/(imports|orders|contact-lists)/.*\\.(csv|xlsx)$": backend,
      "^/contacts\\.(csv|xlsx)$": backend,
    },
  },
  test: { environment: "jsdom", globals: false, include: ["src/**/*.test.{ts,tsx}"] },
});
