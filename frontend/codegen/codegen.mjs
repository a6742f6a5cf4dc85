// MUSTER_SCHEMA names another schema file than the project's exported one.
export default {
  schema: process.env.MUSTER_SCHEMA ?? "../../schema.graphql",
  documents: ["../src/**/*.{ts,tsx}", "!../src/graphql/generated/**"],
  generates: {
    "../src/graphql/generated/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        scalars: { Upload: "File", DateTime: "string", Date: "string" },
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        skipTypename: true,
      },
    },
  },
};
